import { organisations } from "virtual:deployment";
import { useState } from "preact/hooks";
import { answeredBySection } from "../../report/answered.ts";
import { whoOf } from "../../report/path.ts";
import { ready } from "../../report/ready.ts";
import type { SealedBytes } from "../../storage/outbox.ts";
import { ErrorSummary, type SummaryRow } from "../../ui/ErrorSummary.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { saveFile } from "../reports/save-file.ts";
import { AnswerText } from "./AnswerText.tsx";
import { linesOf } from "./answer-lines.ts";
import { shortName } from "./asking.ts";
import { FreeTextOnceMore } from "./FreeTextOnceMore.tsx";
import { today } from "./problems-in.ts";
import { back, deepened, type Report } from "./report.ts";
import { sendReport } from "./send-report.ts";
import { WhoReads } from "./WhoReads.tsx";
import type { Writing } from "./writing.ts";

interface CheckPageProps {
  readonly writing: Writing;
  readonly report: Report;
}

/** Every answer once more, with a way to change each, and who will read it. Only from here a report is sent. */
export function CheckPage({ writing, report }: CheckPageProps) {
  const { say } = useWords();
  const [pressed, setPressed] = useState(false);
  const faults = faultsIn(report);
  const refusal = [...writing.screen.faults()].map(([field, message]) => ({ field, message }));
  const send = () => {
    setPressed(true);
    if (faults.length === 0) void sendReport(writing, report);
  };
  return (
    <>
      <button type="button" class="back" onClick={() => writing.become(back(report))}>
        {say("back")}
      </button>
      <ErrorSummary rows={pressed && faults.length > 0 ? faults : refusal} />
      <Rescued letters={writing.screen.rescued()} />
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {say("report:check.title")}
      </h1>
      <p>{say("report:check.lead")}</p>
      <div class="answers">
        <AnswerList writing={writing} report={report} />
        <WhoReads report={report} onChange={() => writing.become(at(report, "send"))} />
        <FreeTextOnceMore report={report} />
      </div>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" id="check" data-send onClick={send}>
          {say("report:check.send")}
        </button>
        {report.depth === "short" && (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => writing.become(deepened(report))}
          >
            {say("report:check.deepen")}
          </button>
        )}
      </div>
    </>
  );
}

/** What is sealed and has no room here, to be saved wherever there is some. The answers stay where they are. */
function Rescued({ letters }: { letters: readonly SealedBytes[] }) {
  const { say } = useWords();
  if (letters.length === 0) return null;
  return (
    <ul class="govuk-list">
      {letters.map(({ organisation, digest, bytes }) => (
        <li key={organisation}>
          <button
            type="button"
            class="link-button"
            onClick={() => saveFile(`${organisation}-${digest.slice(0, 8)}.age`, bytes)}
          >
            {say("report:status.save", { organisation: nameOf(organisation) })}
          </button>
        </li>
      ))}
    </ul>
  );
}

function AnswerList({ writing, report }: CheckPageProps) {
  const { say, tell, has } = useWords();
  const who = whoOf(report.answers);
  const sections = answeredBySection(report.answers, report.depth).map(({ section, answered }) => ({
    section,
    answered: answered.filter(({ question }) => question.asks.kind !== "consent"),
  }));
  if (sections.length === 0) return <p>{say("report:check.none")}</p>;
  return (
    <>
      {sections.map(({ section, answered }) => (
        <section key={section} class="panel">
          <h2 class="govuk-heading-m">
            {say(
              has(`questions:common.sections.${section}_${who}`)
                ? `questions:common.sections.${section}_${who}`
                : `questions:common.sections.${section}`,
            )}
          </h2>
          <dl class="govuk-summary-list">
            {answered.map(({ question, value }) => (
              <div class="govuk-summary-list__row" key={question.id}>
                <dt class="govuk-summary-list__key">{tell(shortName(question.id, who))}</dt>
                <dd class="govuk-summary-list__value">
                  {value ? <AnswerText lines={linesOf(question, value)} /> : say("report:check.notAnswered")}
                </dd>
                <dd class="govuk-summary-list__actions">
                  <button
                    type="button"
                    class="link-button"
                    id={`change-${question.id}`}
                    onClick={() => writing.become(at(report, question.id))}
                  >
                    {say("change")}
                    <span class="govuk-visually-hidden"> {tell(shortName(question.id, who))}</span>
                  </button>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

const at = (report: Report, id: string): Report => ({ ...report, step: { kind: "question", id } });

/** What stands between these answers and sending them, by the change link that leads to it. */
function faultsIn({ answers, depth }: Report): readonly SummaryRow[] {
  return ready(answers, depth, organisations, today()).map((lack) => ({
    field: `change-${lack.question}`,
    message: ({ t }) =>
      t(`problems:lack.${lack.kind}`, { organisation: "organisation" in lack ? nameOf(lack.organisation) : "" }),
  }));
}

const nameOf = (id: string): string => organisations.find((organisation) => organisation.id === id)?.name ?? id;
