import type { Answers, Value } from "./answer.ts";
import { holds } from "./condition.ts";
import type { Depth, Question, Who } from "./question.ts";
import { questions } from "./questions.ts";

/** Who is writing. Someone who does not say is spoken to as the person it happened to. */
export function whoOf(answers: Answers): Who {
  const option = optionOf(answers.reporter);
  return option === "witness" || option === "helper" || option === "worker" ? option : "self";
}

/** What somebody at a Connect point wants; a full report unless they said otherwise. */
export function wantedOf(answers: Answers): Wanted {
  const option = optionOf(answers.wanted);
  return option === "noName" || option === "supportOnly" || option === "nothing" ? option : "full";
}

export type Wanted = "full" | "noName" | "supportOnly" | "nothing";

const optionOf = (value: Value | undefined): string | null => (value?.kind === "choice" ? value.option : null);

/** All questions that this person is asked, in order, given the answers so far. */
export function asked(answers: Answers, depth: Depth): readonly Question[] {
  return walk(answers, depth).met;
}

/**
 * The answers to questions that are asked. An answer whose question has since been hidden by a change further up stays
 * in the draft, is not among these, and no longer opens or hides other questions.
 */
export function onPath(answers: Answers, depth: Depth): Answers {
  return walk(answers, depth).given;
}

/** The question after this one (`null`: the first). `null` means: check your answers. */
export function next(id: string | null, answers: Answers, depth: Depth): Question | null {
  const here = placeOf(id);
  return asked(answers, depth).find((question) => questions.indexOf(question) > here) ?? null;
}

/** The question before this one (`null`: the last, seen from check your answers). `null` means: the start. */
export function previous(id: string | null, answers: Answers, depth: Depth): Question | null {
  const here = id === null ? questions.length : placeOf(id);
  return asked(answers, depth).findLast((question) => questions.indexOf(question) < here) ?? null;
}

/** Also right for a question that is no longer asked: going on from it must lead somewhere. */
function placeOf(id: string | null): number {
  return questions.findIndex((question) => question.id === id);
}

/** Whether this belongs to what the person wants: a report, support alone, or nothing at all. */
function isWanted({ section, supportOnly }: Question, wanted: Wanted): boolean {
  if (section === "before" || wanted === "full" || wanted === "noName") return true;
  return wanted === "supportOnly" && supportOnly === true;
}

function walk(answers: Answers, depth: Depth) {
  const met: Question[] = [];
  const given: Record<string, Value> = {};
  // Nobody asks a worker who they are: the tablet knows it from the first question on.
  if (answers.reporter && whoOf(answers) === "worker") given.reporter = answers.reporter;
  for (const question of questions) {
    if (question.depth === "full" && depth === "short") continue;
    if (!isWanted(question, wantedOf(given))) continue;
    if (!question.askedOf.includes(whoOf(given))) continue;
    if (question.askIf && !holds(question.askIf, given)) continue;
    met.push(question);
    const value = answers[question.id];
    if (value) given[question.id] = value;
  }
  return { met, given };
}
