import { contacts } from "virtual:deployment";
import { useEffect, useState } from "preact/hooks";
import type { Topic } from "../../guidance/advice.ts";
import type { Entry } from "../../guidance/directory.ts";
import type { Parcel } from "../../storage/outbox.ts";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { referenceOf } from "../../wire/reference.ts";
import { contactOf } from "../contact.ts";
import { deliverNow } from "../deliver-now.ts";
import { addressOf } from "../Frame.tsx";
import { TopicLinks } from "../pages/TopicLinks.tsx";
import { ParcelStatus } from "../reports/ParcelStatus.tsx";
import { MatchedSupport } from "../support/MatchedSupport.tsx";
import type { Writing } from "./writing.ts";

interface SentPageProps {
  readonly writing: Writing;
  readonly id: string;
  readonly advice: readonly Topic[];
  readonly support: readonly Entry[];
}

/** The reference, where the report is, what happens next, and what may help until then. */
export function SentPage({ writing, id, advice, support }: SentPageProps) {
  const { t, language } = useWords();
  const keeping = writing.arrivals.keeping();
  const outbox = keeping?.storage.outbox;
  const [parcel, setParcel] = useState<Parcel | null>(null);
  useEffect(() => {
    const read = () => void outbox?.find(id).then(setParcel);
    read();
    return outbox?.changes(read);
  }, [outbox, id]);
  const isOnlyHere = keeping?.inMemory === true && parcel?.state.kind !== "received"; // leaving this page would lose it
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading data-sent>
        {t(parcel?.state.kind === "received" ? "report:sent.titleReceived" : "report:sent.title")}
      </h1>
      <section class="panel">
        <h2 class="govuk-heading-s">{t("report:sent.reference")}</h2>
        <p>
          <bdi class="reference" dir="ltr" data-reference>
            {referenceOf(id)}
          </bdi>
        </p>
        <p>{t("report:sent.referenceHint")}</p>
      </section>
      <section class="panel">
        <h2 class="govuk-heading-s">{t("report:sent.where")}</h2>
        <div role="status" data-status={parcel?.state.kind}>
          {parcel && outbox && <ParcelStatus parcel={parcel} outbox={outbox} onSend={deliverNow} />}
        </div>
      </section>
      <section class="panel">
        <h2 class="govuk-heading-s">{t("report:sent.next.title")}</h2>
        <p>{t("report:sent.next.read")}</p>
        <p>{t("report:sent.next.noPromise")}</p>
        <p>{t("report:sent.next.safe")}</p>
        <p>
          <Phone number={contactOf(contacts, "victimsFirst").call ?? ""} large />
        </p>
      </section>
      <MatchedSupport entries={support} stay={isOnlyHere} />
      {!isOnlyHere && (
        <section class="panel">
          <h2 class="govuk-heading-s">{t("advice:matched")}</h2>
          <TopicLinks topics={advice} />
          <p>
            <a class="govuk-link" href={addressOf("advice", language.tag)}>
              {t("advice:link")}
            </a>
          </p>
        </section>
      )}
      <p>
        <a class="govuk-link" href={addressOf("support", language.tag)}>
          {t("pages:start.support")}
        </a>
      </p>
      <p>
        <a class="govuk-link" href={addressOf("reports", language.tag)}>
          {t("report:sent.list")}
        </a>
      </p>
      <p>
        <a class="govuk-link" href={addressOf("report", language.tag)}>
          {t("report:sent.another")}
        </a>
      </p>
    </>
  );
}
