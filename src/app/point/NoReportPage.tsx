import { contacts } from "virtual:deployment";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { contactOf } from "../contact.ts";
import { back } from "../report/report.ts";
import type { Tablet } from "./tablet.ts";
import type { Visit } from "./tablet-view.ts";

/** The visitor wants no report. They leave with somewhere to turn; of what was asked nothing stays but a count. */
export function NoReportPage({ tablet, visit }: { tablet: Tablet; visit: Visit }) {
  const { say } = useWords();
  const { writing } = visit;
  const report = writing.screen.report();
  return (
    <>
      <button type="button" class="back" onClick={() => report && writing.become(back(report))}>
        {say("back")}
      </button>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {say("point:noReport.title")}
      </h1>
      <p>{say("point:noReport.text")}</p>
      {(["victimsFirst", "samaritans"] as const).map((id) => (
        <section class="panel" key={id}>
          <h2 class="govuk-heading-m">{say(`pages:support.${id}.title`)}</h2>
          <p>{say(`pages:support.${id}.text`)}</p>
          <p>
            <Phone number={contactOf(contacts, id).call ?? ""} large />
          </p>
        </section>
      ))}
      <p>{say("point:noReport.deleted")}</p>
      <button type="button" class="govuk-button" onClick={() => void tablet.endWithoutReport()}>
        {say("point:noReport.end")}
      </button>
    </>
  );
}
