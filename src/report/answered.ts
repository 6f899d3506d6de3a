import type { Answers, Value } from "./answer.ts";
import { asked } from "./path.ts";
import type { Depth, Question, Section } from "./question.ts";
import { standing } from "./standing.ts";

/** One line of *check your answers*: `null` for a question that was passed by. */
export interface Answered {
  readonly question: Question;
  readonly value: Value | null;
}

/**
 * All that the person is asked, with what they answered, under its headings in order. Questions that only steer the
 * report and reach nobody are left out; where to send it is not.
 */
export function answeredBySection(
  answers: Answers,
  depth: Depth,
): readonly { readonly section: Section; readonly answered: readonly Answered[] }[] {
  const stand = standing(answers, depth);
  const shown = asked(answers, depth).filter(({ group, asks }) => group !== "none" || asks.kind === "consent");
  const sections = [...new Set(shown.map(({ section }) => section))];
  return sections.map((section) => ({
    section,
    answered: shown
      .filter((question) => question.section === section)
      .map((question) => ({ question, value: stand[question.id] ?? null })),
  }));
}
