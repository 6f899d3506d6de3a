import type { Answers, Consent, Parts, Value } from "./answer.ts";
import type { Letter } from "./letter.ts";
import { groupOf, namesOf, offered, tellsWho } from "./offered.ts";
import type { DisclosureChoice, Organisation } from "./organisation.ts";
import type { Depth, Part, Question } from "./question.ts";
import { questions, questionsVersion } from "./questions.ts";
import { standing } from "./standing.ts";

/** Grows whenever the words under `send` in `locales/en-GB/questions.json` promise something else. Letters carry it. */
export const consentWording = "2";

/**
 * What the person chose for this organisation, or `null` where it is to get nothing: also where what they chose is not
 * offered any more, because they want less told than before.
 */
export function consentFor(answers: Answers, organisation: Organisation): Consent | null {
  const consent = chosenFor(answers, organisation);
  return consent && offered(organisation, answers).choices.some(({ id }) => id === consent.choice) ? consent : null;
}

/** What was chosen for this organisation, whether or not it is offered now; `null` for nothing. */
export function chosenFor({ send }: Answers, { id }: Organisation): Consent | null {
  if (send?.kind !== "consent" || !Object.hasOwn(send.given, id)) return null;
  const consent = send.given[id];
  return consent && consent.choice !== "nothing" ? consent : null;
}

/**
 * The answers that this organisation may see under this consent: those that stand, of the groups and questions that the
 * choice and its ticked additions grant, part by part. A choice that is not offered to this person grants nothing.
 * What describes the person for statistics is never together with what says who they are.
 */
export function disclosed(answers: Answers, organisation: Organisation, consent: Consent, depth: Depth): Answers {
  const grants = grantsOf(offered(organisation, answers), consent);
  const stand = standing(answers, depth);
  const seen: Record<string, Value> = {};
  for (const question of questions) {
    const value = stand[question.id];
    const share = value && shareOf(question, value, grants);
    if (share) seen[question.id] = share;
  }
  return seen;
}

/** What a letter is made of, beside what this folder knows. */
interface Writing {
  readonly submission: string;
  readonly organisation: Organisation;
  readonly writtenAt: string;
  readonly language: string;
  readonly answers: Answers;
  readonly depth: Depth;
  readonly consent: Consent;
  /** The reference of an earlier report, where this adds to it. */
  readonly addendumTo?: string;
}

/** The letter to one organisation. What was agreed with the others is not in it. */
export function letterOf({ organisation, answers, depth, consent, addendumTo, ...written }: Writing): Letter {
  const { submission, writtenAt, language } = written;
  const additions = organisation.additions.map(({ id }) => id).filter((id) => consent.additions.includes(id));
  return {
    format: "connect-letter",
    version: 1,
    submission,
    organisation: organisation.id,
    writtenAt,
    language,
    depth,
    ...(addendumTo !== undefined && { addendumTo }),
    consent: { choice: consent.choice, additions, wording: consentWording },
    questions: questionsVersion,
    answers: disclosed(answers, organisation, consent, depth),
  };
}

type Grants = readonly DisclosureChoice[];

function grantsOf(organisation: Organisation, consent: Consent): Grants {
  const choice = organisation.choices.find(({ id }) => id === consent.choice);
  if (!choice) return [];
  return [choice, ...organisation.additions.filter(({ id }) => consent.additions.includes(id))];
}

/** The part of an answer that may be seen, or `null`. */
function shareOf(question: Question, value: Value, grants: Grants): Value | null {
  const parts = "parts" in question.asks ? question.asks.parts : [];
  const mayBeSeen = (id: string) => parts.some((part) => part.id === id && isGranted(question, part, grants));
  if (value.kind === "several") {
    const share = within(value.parts, mayBeSeen);
    return share && { ...value, parts: share };
  }
  if (value.kind === "people") {
    const people = value.people.map((person) => within(person, mayBeSeen)).filter((person) => person !== null);
    return people.length > 0 ? { ...value, people } : null;
  }
  return isGranted(question, null, grants) ? value : null;
}

function within(given: Parts, mayBeSeen: (id: string) => boolean): Parts | null {
  const share = Object.entries(given).filter(([id]) => mayBeSeen(id));
  return share.length > 0 ? Object.fromEntries(share) : null;
}

function isGranted(question: Question, part: Part | null, grants: Grants): boolean {
  const group = groupOf(question, part);
  if (group === "none" || (group === "monitoring" && grants.some(tellsWho))) return false;
  const names = namesOf(question, part);
  if (grants.some(({ except }) => names.some((name) => except.includes(name)))) return false;
  // A question named by itself does not bring along those of its parts that belong to another group.
  const naming = group === question.group ? names : names.slice(-1);
  return grants.some(
    ({ groups, questions: named }) => groups.includes(group) || naming.some((name) => named.includes(name)),
  );
}
