import { contacts } from "virtual:deployment";
import { useState } from "preact/hooks";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { referenceOf } from "../../wire/reference.ts";
import { contactOf } from "../contact.ts";
import { SupportContacts } from "./SupportContacts.tsx";
import type { Tablet } from "./tablet.ts";

/**
 * The report is sealed, and nobody here can open it again. The visitor takes the reference along on paper, hears it, or
 * leaves without it. The paper says neither what it was about nor who gets it.
 */
export function FinishedPage({ tablet, id }: { tablet: Tablet; id: string }) {
  const { say } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <>
      <h1 class="govuk-heading-l not-on-paper" tabIndex={-1} data-heading data-sent>
        {say("point:finished.title")}
      </h1>
      <p class="not-on-paper">{say("point:finished.text")}</p>
      {shown && (
        <section class="panel">
          <h2 class="govuk-heading-s">{say("report:sent.reference")}</h2>
          <p>
            <bdi class="reference" dir="ltr" data-reference>
              {referenceOf(id)}
            </bdi>
          </p>
          <p class="not-on-paper">{say("report:sent.referenceHint")}</p>
          <p>
            {say("pages:support.victimsFirst.title")}{" "}
            <Phone number={contactOf(contacts, "victimsFirst").call ?? ""} large />
          </p>
        </section>
      )}
      <div class="govuk-button-group not-on-paper">
        {shown ? (
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => print()}>
            {say("point:finished.print")}
          </button>
        ) : (
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setShown(true)}>
            {say("point:finished.show")}
          </button>
        )}
        <button type="button" class="govuk-button" onClick={() => void tablet.goHome()}>
          {say("point:finished.end")}
        </button>
      </div>
      <p class="not-on-paper">{say("point:finished.mistake")}</p>
      <div class="not-on-paper">
        <SupportContacts />
      </div>
    </>
  );
}
