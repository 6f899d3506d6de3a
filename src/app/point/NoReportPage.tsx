import { useWords } from "../../ui/words-context.tsx";
import { back } from "../report/report.ts";
import { SupportContacts } from "./SupportContacts.tsx";
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
      <SupportContacts report={report} />
      <p>{say("point:noReport.deleted")}</p>
      <button type="button" class="govuk-button" onClick={() => void tablet.endWithoutReport()}>
        {say("point:noReport.end")}
      </button>
    </>
  );
}
