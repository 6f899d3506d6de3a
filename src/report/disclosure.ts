import type { Answers, Consent, Parts, Value } from "./answer.ts";
import type { Letter } from "./letter.ts";
import type { DisclosureChoice, Organisation } from "./organisation.ts";
import { wantedOf } from "./path.ts";
import type { Depth, Group, Part, Question } from "./question.ts";
import { questions, questionsVersion } from "./questions.ts";
import { standing } from "./standing.ts";

/** Grows whenever the words under `send` in `locales/en-GB/questions.json` promise something else. Letters carry it. */
export const consentWording = "1";

/** What the person chose for this organisation, or `null` where it is to get nothing. */
export function consentFor(answers: Answers, organisation: Organisation): Consent | null {
  const { id } = organisation;
  const send = answers.send;
  if (send?.kind !== "consent" || !Object.hasOwn(send.given, id)) return null;
  const consent = send.given[id];
  if (!consent || consent.choice === "nothing") return null;
  const isKnown = organisation.choices.some(({ id: choice }) => choice === consent.choice);
  // One that this person is not offered (any more) is nothing; one that the organisation never had grants nothing.
  return isKnown && !choicesOffered(organisation, answers).some((choice) => choice.id === consent.choice)
    ? null
    : consent;
}

/** What this person can choose for the organisation beside *nothing*; none at all where it has no part in what they want. */
export function choicesOffered({ choices }: Organisation, answers: Answers): readonly DisclosureChoice[] {
  switch (wantedOf(answers)) {
    case "full":
      return choices;
    case "noName":
      return choices.filter((choice) => !tellsWho(choice));
    case "supportOnly":
      return choices.filter(({ supportOnly }) => supportOnly);
    case "nothing":
      return [];
  }
}

/**
 * The answers that this organisation may see under this consent: those that stand, of the groups and questions that the
 * choice and its ticked additions grant, part by part. A choice that the organisation does not offer grants nothing.
 * What describes the person for statistics is never together with what says who they are.
 */
export function disclosed(answers: Answers, organisation: Organisation, consent: Consent, depth: Depth): Answers {
  const grants = grantsOf(organisation, consent);
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
  /** The reference of the report that this one adds to. */
  readonly addendumTo?: string | undefined;
}

/** The letter to one organisation. What was agreed with the others is not in it. */
export function letterOf(writing: Writing): Letter {
  const { submission, organisation, writtenAt, language, answers, depth, consent, addendumTo } = writing;
  const additions = organisation.additions.map(({ id }) => id).filter((id) => consent.additions.includes(id));
  return {
    format: "connect-letter",
    version: 1,
    submission,
    organisation: organisation.id,
    writtenAt,
    language,
    depth,
    consent: { choice: consent.choice, additions, wording: consentWording },
    questions: questionsVersion,
    ...(addendumTo ? { addendumTo } : {}),
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

const groupOf = (question: Question, part: Part | null): Group => part?.group ?? question.group;

function namesOf(question: Question, part: Part | null): readonly string[] {
  return part ? [question.id, `${question.id}.${part.id}`] : [question.id];
}

/** Whether this choice lets an organisation know who the person is, whatever they answered. */
function tellsWho({ groups, questions: named }: DisclosureChoice): boolean {
  if (groups.includes("identity")) return true;
  return questions.some((question) =>
    "parts" in question.asks
      ? question.asks.parts.some(
          (part) =>
            groupOf(question, part) === "identity" && namesOf(question, part).some((name) => named.includes(name)),
        )
      : question.group === "identity" && named.includes(question.id),
  );
}
