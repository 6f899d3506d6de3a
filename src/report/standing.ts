import type { Answers, Parts, PartValue, Value } from "./answer.ts";
import { partsAsked, partsShown } from "./condition.ts";
import { onPath } from "./path.ts";
import type { Depth, Part, PartKind, Question } from "./question.ts";
import { questions } from "./questions.ts";

/**
 * The answers that stand: those to questions and parts that the person is asked and can see, given all the others.
 * Everything else stays in the draft, in case the person changes back, and goes into no letter.
 */
export function standing(answers: Answers, depth: Depth): Answers {
  const given = onPath(answers, depth);
  const kept: Record<string, Value> = {};
  for (const question of questions) {
    const value = given[question.id];
    const fitting = value && fittingValue(question, value, given);
    if (fitting) kept[question.id] = fitting;
  }
  return kept;
}

/** The value without what its question does not ask for (an older release may have); `null` if nothing is left. */
function fittingValue({ asks, declines }: Question, value: Value, given: Answers): Value | null {
  if (value.kind === "declined") return declines.includes(value.because) ? value : null;
  switch (asks.kind) {
    case "choice":
    case "choices":
    case "text":
    case "number":
      return fittingPart(asks, value);
    case "several":
      return value.kind === "several" ? some(value, fittingParts(partsAsked(asks.parts, given), value.parts)) : null;
    case "people": {
      if (value.kind !== "people") return null;
      const asked = partsAsked(asks.parts, given);
      const people = value.people.map((person) => fittingParts(asked, person)).filter(isFilled);
      return people.length > 0 ? { kind: "people", people } : null;
    }
    case "when":
    case "place":
    case "contact":
    case "consent":
      return value.kind === asks.kind ? value : null;
  }
}

/** Parts that are shown, with what fits them. A part opens only for what itself fits and is shown. */
function fittingParts(asked: readonly Part[], given: Parts): Parts {
  const fitting: Record<string, PartValue> = {};
  for (const { id, asks } of asked) {
    const value = given[id] && fittingPart(asks, given[id]);
    if (value) fitting[id] = value;
  }
  const shown = partsShown(asked, fitting).map(({ id }) => id);
  return Object.fromEntries(Object.entries(fitting).filter(([id]) => shown.includes(id)));
}

function fittingPart(asks: PartKind, value: Value): PartValue | null {
  switch (value.kind) {
    case "choice":
    case "choices": {
      if (asks.kind !== value.kind) return null;
      const { ownWords, ...chosen } = value;
      const ids = value.kind === "choice" ? [value.option] : value.options;
      return asks.options.some((option) => option.ownWords && ids.includes(option.id)) ? value : chosen;
    }
    case "text": // also the words that stand where a number was asked for
      return asks.kind === "text" || asks.kind === "number" ? value : null;
    case "number":
      return asks.kind === "number" ? value : null;
    case "when":
    case "place":
    case "contact":
    case "several":
    case "people":
    case "consent":
    case "declined":
      return null;
  }
}

function some(value: Value & { kind: "several" }, parts: Parts): Value | null {
  return isFilled(parts) ? { ...value, parts } : null;
}

const isFilled = (parts: Parts): boolean => Object.keys(parts).length > 0;
