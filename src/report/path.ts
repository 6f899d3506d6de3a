import type { Answers, Value } from "./answer.ts";
import { holds } from "./condition.ts";
import type { Depth, Question, Wanted, Who } from "./question.ts";
import { questions } from "./questions.ts";

/** Who is writing. Someone who does not say is spoken to as the person it happened to. */
export function whoOf(answers: Answers): Who {
  return oneOf(["self", "witness", "helper", "worker"], answers.reporter) ?? "self";
}

/** What the person wants told. Someone who is not asked, or does not say, decides it for each organisation alone. */
export function wantedOf(answers: Answers): Wanted {
  return wantedIn(onPath(answers, "short"));
}

const wantedIn = (given: Answers): Wanted =>
  oneOf(["full", "noName", "supportOnly", "nothing"], given.wanted) ?? "full";

function oneOf<Id extends string>(ids: readonly Id[], value: Value | undefined): Id | undefined {
  return value?.kind === "choice" ? ids.find((id) => id === value.option) : undefined;
}

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

function walk(answers: Answers, depth: Depth) {
  const met: Question[] = [];
  // That a worker is writing is known before the first question, and asked in none.
  const given: Record<string, Value> =
    whoOf(answers) === "worker" ? { reporter: { kind: "choice", option: "worker" } } : {};
  for (const question of questions) {
    if (!isAsked(question, given, depth)) continue;
    met.push(question);
    const value = answers[question.id];
    if (value) given[question.id] = value;
  }
  // Who wants only support has asked for it, whatever was answered while it was to be a report.
  if (wantedIn(given) === "supportOnly") given.referral = { kind: "choice", option: "yes" };
  return { met, given };
}

function isAsked({ askedOf, askIf, depth: least, supportOnly }: Question, given: Answers, depth: Depth): boolean {
  const wanted = wantedIn(given);
  if (wanted === "nothing" || (wanted === "supportOnly" && !supportOnly)) return false;
  if (wanted !== "supportOnly" && least === "full" && depth === "short") return false;
  return askedOf.includes(whoOf(given)) && (!askIf || holds(askIf, given));
}
