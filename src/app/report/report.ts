import type { Answers, Value } from "../../report/answer.ts";
import { asked, next, previous, whoOf } from "../../report/path.ts";
import type { Depth, Who } from "../../report/question.ts";

/** A report while it is being written: all that a draft keeps. */
export interface Report {
  readonly answers: Answers;
  readonly depth: Depth;
  /** Questions that the person has passed, answered or not. */
  readonly seen: readonly string[];
  readonly step: Step;
  /** The reference of a sealed report that this one adds to. */
  readonly addendumTo?: string | undefined;
}

/** Where the person is. Each is one page. */
export type Step =
  | { readonly kind: "question"; readonly id: string }
  | { readonly kind: "passphrase" }
  | { readonly kind: "depth" }
  | { readonly kind: "check" };

export const firstQuestion = "danger";

/** Depth is chosen when it is settled where the report is kept, and at a Connect point that there is to be one. */
const beforeDepth: Readonly<Record<Who, string>> = {
  self: "keepDraft",
  witness: "keepDraft",
  helper: "keepDraft",
  worker: "wanted",
};

export const newReport: Report = {
  answers: {},
  depth: "short",
  seen: [],
  step: { kind: "question", id: firstQuestion },
};

/** The report with this answer; without one when the person left the question empty. */
export function answered(report: Report, id: string, value: Value | null): Report {
  const { [id]: _before, ...others } = report.answers;
  const seen = report.seen.includes(id) ? report.seen : [...report.seen, id];
  return { ...report, answers: value ? { ...others, [id]: value } : others, seen };
}

/** The report one page further on. */
export const onward = (report: Report): Report => ({ ...report, step: stepAfter(report) });

/** The report one page back. At the first page it stays. */
export const back = (report: Report): Report => ({ ...report, step: stepBefore(report) });

/** The short report made a full one, at the first question that it adds. */
export function deepened(report: Report): Report {
  return { ...report, depth: "full", step: firstUnseen(report.answers, "full", report.seen) };
}

function stepAfter({ step, answers, depth, seen }: Report): Step {
  switch (step.kind) {
    case "question": {
      if (step.id === beforeDepth[whoOf(answers)]) {
        if (chose({ answers }, "keepDraft", "keep")) return { kind: "passphrase" };
        if (tellsNothing(answers)) return firstUnseen(answers, depth, seen);
        return { kind: "depth" };
      }
      const following = next(step.id, answers, depth);
      if (!following) return { kind: "check" };
      return seen.includes(following.id) && wasAtCheck(seen) ? firstUnseen(answers, depth, seen) : page(following.id);
    }
    case "passphrase":
      return { kind: "depth" };
    case "depth":
      return firstUnseen(answers, depth, seen);
    case "check":
      return step;
  }
}

function stepBefore({ step, answers, depth }: Report): Step {
  switch (step.kind) {
    case "question": {
      const earlier = previous(step.id, answers, depth);
      if (!earlier) return step;
      return earlier.id === beforeDepth[whoOf(answers)] && !tellsNothing(answers)
        ? { kind: "depth" }
        : page(earlier.id);
    }
    case "passphrase":
    case "depth":
      return page(beforeDepth[whoOf(answers)]);
    case "check": {
      const last = asked(answers, depth).at(-1);
      return last ? page(last.id) : step;
    }
  }
}

/** Where no report of what happened is wanted, nobody is asked how long it should be. */
const tellsNothing = (answers: Answers): boolean =>
  chose({ answers }, "wanted", "supportOnly") || chose({ answers }, "wanted", "nothing");

const page = (id: string): Step => ({ kind: "question", id });

/** A person who changes an answer from *check your answers* goes back there, by way of what is newly asked. */
function firstUnseen(answers: Answers, depth: Depth, seen: readonly string[]): Step {
  const unseen = asked(answers, depth).find((question) => !seen.includes(question.id));
  return unseen ? page(unseen.id) : { kind: "check" };
}

const lastQuestion = "send";
const wasAtCheck = (seen: readonly string[]): boolean => seen.includes(lastQuestion);

/** Whether this option stands in the report as the answer to this question. */
export function chose({ answers }: Pick<Report, "answers">, id: string, option: string): boolean {
  const value = answers[id];
  return value?.kind === "choice" && value.option === option;
}
