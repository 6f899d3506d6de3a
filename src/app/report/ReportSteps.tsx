import { contacts } from "virtual:deployment";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { entriesOf } from "../../report/form.ts";
import { whoOf } from "../../report/path.ts";
import type { Question } from "../../report/question.ts";
import { questions } from "../../report/questions.ts";
import { EmergencyPage } from "../pages/EmergencyPage.tsx";
import { FirstQuestion } from "./FirstQuestion.tsx";
import { QuestionPage } from "./QuestionPage.tsx";
import { firstQuestion, type Report } from "./report.ts";
import { StillLoading } from "./StillLoading.tsx";
import type { View } from "./screen.ts";
import type { Writing } from "./writing.ts";

/** What tells one page from the next. */
export const pageOf = (view: View): string => (view.kind === "step" ? JSON.stringify(view.report.step) : view.kind);

/** A new page begins at its heading, for the eye and for a screen reader. */
export function useHeadingFocus(page: string): void {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>("[data-heading]")?.focus();
  }, [page]);
}

interface ReportStepsProps {
  readonly writing: Writing;
  /** What stands in the place of a step, where somebody else's page has to; null leaves the step as it is. */
  readonly instead?: (report: Report) => ComponentChildren;
}

/** The page of a report that the person is at. */
export function ReportSteps({ writing, instead }: ReportStepsProps) {
  const view = writing.screen.view();
  switch (view.kind) {
    case "step":
      return <>{instead?.(view.report) ?? <StepPage writing={writing} report={view.report} />}</>;
    case "emergency":
      return <EmergencyPage contacts={contacts} onBack={() => writing.closeEmergency()} />;
    case "locked":
    case "over":
    case "sealing":
    case "sent": {
      const later = writing.arrivals.later();
      if (!later) return <StillLoading arrivals={writing.arrivals} />;
      return <later.AfterWriting writing={writing} view={view} />;
    }
  }
}

function StepPage({ writing, report }: { writing: Writing; report: Report }) {
  const { step } = report;
  const question = step.kind === "question" ? questions.find((each) => each.id === step.id) : undefined;
  const later = writing.arrivals.later();
  if (question && writing.speech.spoken().has(`questions:${question.id}.ask`) && (later || isSimple(question))) {
    const value = report.answers[question.id];
    const asking = {
      question,
      who: whoOf(report.answers),
      answers: report.answers,
      entries: value ? entriesOf(question, value) : new Map(),
      errors: writing.screen.faults(),
    };
    if (question.id === firstQuestion) {
      return (
        <FirstQuestion
          contacts={contacts}
          asking={asking}
          onContinue={(form) => writing.answer(form)}
          onInput={() => writing.typed()}
        />
      );
    }
    return (
      <QuestionPage
        key={question.id}
        asking={asking}
        onSubmit={(form) => writing.answer(form)}
        onInput={() => writing.typed()}
        onBack={() => writing.back()}
        OtherFields={later?.OtherFields}
      />
    );
  }
  if (!later) return <StillLoading arrivals={writing.arrivals} />;
  return <later.StepBetween writing={writing} report={report} />;
}

/** Whether its fields are there from the beginning. */
const isSimple = ({ asks }: Question) => ["choice", "choices", "text", "number", "several"].includes(asks.kind);
