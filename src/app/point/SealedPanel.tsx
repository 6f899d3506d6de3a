import { useEffect, useState } from "preact/hooks";
import { dateFormat } from "../../language/date-format.ts";
import { type Counts, type Parcel, unsentOf } from "../../storage/outbox.ts";
import { useWords } from "../../ui/words-context.tsx";
import { usualSettings } from "../../wire/enrolment.ts";
import { referenceOf } from "../../wire/reference.ts";
import { deliverNow } from "../deliver-now.ts";
import { ParcelStatus } from "../reports/ParcelStatus.tsx";
import { daysAfter, daysSince } from "./days-since.ts";
import { SaveAll } from "./SaveAll.tsx";
import type { Tablet } from "./tablet.ts";

const atOnce = 10;

interface SealedPanelProps {
  readonly tablet: Tablet;
  readonly counts: Counts;
  readonly oldestUnsentAt: number | null;
}

/** What is sealed, in numbers first; a report that needs somebody is shown before all others. */
export function SealedPanel({ tablet, counts, oldestUnsentAt }: SealedPanelProps) {
  const { t, language } = useWords();
  const unsent = unsentOf(counts);
  const days = (tablet.enrolment()?.point.settings ?? usualSettings).sendWithinDays;
  const date = dateFormat(language.tag, { dateStyle: "full", timeZone: "Europe/London" });
  return (
    <section class="panel">
      <h2 class="govuk-heading-m">{t("point:sealed.title")}</h2>
      <div role="status">
        <ul class="govuk-list">
          <li class={unsent > 0 ? "status status--waiting" : undefined} data-unsent={unsent}>
            {t("point:sealed.waiting", { count: counts.waiting + counts.sending })}
          </li>
          {counts.held > 0 && <li class="status status--held">{t("point:sealed.held", { count: counts.held })}</li>}
          <li>{t("point:sealed.received", { count: counts.received })}</li>
        </ul>
      </div>
      {oldestUnsentAt !== null && (
        <p>
          {t(daysSince(oldestUnsentAt, Date.now()) >= days ? "point:sealed.overdue" : "point:sealed.sendBy", {
            date: date.format(daysAfter(oldestUnsentAt, days)),
          })}
        </p>
      )}
      {unsent > 0 && (
        <div class="govuk-button-group">
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => void tablet.storage.outbox.sendNow("all").then(deliverNow)}
          >
            {t("report:status.sendNow")}
          </button>
          <SaveAll tablet={tablet} />
        </div>
      )}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{t("point:sealed.list")}</span>
        </summary>
        <List tablet={tablet} counts={counts} />
      </details>
    </section>
  );
}

/** The newest ones; drawn when somebody opens it, and again when a count changes. */
function List({ tablet, counts }: { tablet: Tablet; counts: Counts }) {
  const { t, language } = useWords();
  const { outbox } = tablet.storage;
  const [parcels, setParcels] = useState<readonly Parcel[]>([]);
  const [limit, setLimit] = useState(atOnce);
  const [more, setMore] = useState(false);
  useEffect(() => {
    void outbox.list({ limit }).then((page) => {
      setParcels(page.parcels);
      setMore(page.next !== null);
    });
  }, [outbox, limit, counts]);
  const when = dateFormat(language.tag, { dateStyle: "medium", timeStyle: "short" });
  return (
    <div class="govuk-details__text">
      <ul class="tickets">
        {parcels.map((parcel) => (
          <li key={parcel.id}>
            <b>
              <bdi dir="ltr">{referenceOf(parcel.id)}</bdi>
            </b>
            <p class="source">{t("report:list.made", { when: when.format(parcel.createdAt) })}</p>
            {parcel.savedAt !== null && (
              <p class="source">{t("point:sealed.saved", { when: when.format(parcel.savedAt) })}</p>
            )}
            <ParcelStatus parcel={parcel} outbox={outbox} onSend={deliverNow} />
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" class="link-button" onClick={() => setLimit(limit + atOnce)}>
          {t("report:list.more")}
        </button>
      )}
    </div>
  );
}
