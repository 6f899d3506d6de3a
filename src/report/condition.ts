import type { Answers, Parts, Value } from "./answer.ts";
import { chosenIn } from "./chosen.ts";
import type { Condition, OneOrMore, Part } from "./question.ts";

/** Whether this holds for the answers so far. A question without an answer, or declined, has chosen nothing. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ("not" in condition) return !holds(condition.not, answers);
  if ("all" in condition) return condition.all.every((each) => holds(each, answers));
  if ("any" in condition) return condition.any.some((each) => holds(each, answers));
  const value = partOf(answers[condition.answer], condition.part);
  if (condition.includes === undefined) return value !== undefined && value.kind !== "declined";
  return hasAny(chosenIn(value), condition.includes);
}

/** Those parts that belong on the page, given the answers to earlier questions. */
export function partsAsked(parts: readonly Part[], answers: Answers): readonly Part[] {
  return parts.filter((part) => !part.askIf || holds(part.askIf, answers));
}

/** Those of the parts that are open to the eye, given what the others on the same page hold. */
export function partsShown(parts: readonly Part[], given: Parts): readonly Part[] {
  const shown: Part[] = [];
  for (const part of parts) {
    const opener = part.revealIf;
    const isOpen = !opener || shown.some((other) => other.id === opener.part);
    if (isOpen && (!opener || hasAny(chosenIn(given[opener.part]), opener.includes))) shown.push(part);
  }
  return shown;
}

function partOf(value: Value | undefined, part: string | undefined): Value | undefined {
  if (part === undefined) return value;
  return value?.kind === "several" ? value.parts[part] : undefined;
}

function hasAny(chosen: readonly string[], wanted: OneOrMore): boolean {
  return typeof wanted === "string" ? chosen.includes(wanted) : wanted.some((id) => chosen.includes(id));
}
