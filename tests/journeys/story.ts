import { partsAsked } from "../../src/report/condition.ts";
import type { Kind, Option, Part, PartKind, Question, Who } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";

/** What is given to one field or list of options. */
export type Given = string | readonly string[] | OwnOption;

/** An option with the few words that it asks for. */
export interface OwnOption {
  readonly options: readonly string[];
  readonly ownWords: string;
}

/** What is given to the parts of a page, by their ids. People have a number before the part: `0.name`. */
export type GivenParts = Readonly<Record<string, Given>>;

export type Choice = "nothing" | "facts" | "factsAndContact" | "support";

/** Everything that a person answers, by question. What is not here is left empty. */
export interface Story {
  readonly who: Who;
  readonly depth: "short" | "full";
  /** The password under which the draft is kept; without one it ends with the page. */
  readonly password?: string;
  readonly answers: Readonly<Record<string, Given | GivenParts>>;
  readonly sends: Readonly<Record<string, Choice>>;
  /** What the council gets besides. */
  readonly additions?: readonly string[];
}

/** A report of two minutes. */
export function shortStory(words: string, sends: Story["sends"], who: Who = "self"): Story {
  return { who, depth: "short", answers: { incidentTypes: ["threats"], ownWords: words }, sends };
}

/** Makes up what somebody writes into the field of this question and part. */
export type Inventing = (question: Question, part: string) => string;

/**
 * A full report in which every field that can be opened is filled in, each with words of its own. `invent` is asked for
 * each text; what must be a date, a number or an address is made here.
 */
export function fullStory(who: Who, sends: Story["sends"], invent: Inventing): Story {
  const answers: Record<string, Given | GivenParts> = {};
  for (const question of questions) {
    if (question.askedOf.includes(who) && !chosenElsewhere.includes(question.id)) {
      answers[question.id] = givenTo(question, invent);
    }
  }
  return { who, depth: "full", answers: { ...answers, placeKind: ["transport"], referral: ["yes"] }, sends };
}

const chosenElsewhere = ["danger", "keepDraft", "reporter", "placeKind", "referral", "send"];

function givenTo(question: Question, invent: Inventing): Given | GivenParts {
  const kind = question.asks;
  switch (kind.kind) {
    case "choice":
    case "choices":
    case "text":
    case "number":
      return simple(kind, (part) => invent(question, part));
    case "several":
      return parts(question, kind.parts, "", invent);
    case "people":
      return parts(question, kind.parts, "0.", invent);
    case "when":
      return { how: ["about"], from: "2026-03-14", within: ["week"], time: "18:30", partOfDay: ["evening"] };
    case "place":
      return {
        description: invent(question, "description"),
        postcode: "OX1 1BF",
        landmark: invent(question, "landmark"),
      };
    case "contact":
      return contact(kind, (part) => invent(question, part));
    case "consent":
      return [];
  }
}

function contact({ ways }: Extract<Kind, { kind: "contact" }>, invent: (part: string) => string): GivenParts {
  const shapes: Readonly<Record<string, string>> = {
    phone: "07700 900123",
    text: "07700 900456",
    email: `${invent("email")}@example.org`,
  };
  const details = ["name", ...ways.map(({ id }) => id)].map((id) => [id, shapes[id] ?? invent(id)]);
  return { allowed: ["yes"], ways: ways.map(({ id }) => id), ...Object.fromEntries(details) };
}

function parts(question: Question, all: readonly Part[], before: string, invent: Inventing): GivenParts {
  const open = partsAsked(all, everyCharacteristic);
  const given = open.map((part) => {
    const openers = all.flatMap(({ revealIf }) => (revealIf?.part === part.id ? [revealIf.includes].flat() : []));
    return [`${before}${part.id}`, simple(part.asks, (at) => invent(question, at || part.id), openers, part.id)];
  });
  return Object.fromEntries(given);
}

const everyCharacteristic = {
  characteristics: {
    kind: "choices",
    options: questions.flatMap(({ id, asks }) =>
      id === "characteristics" && asks.kind === "choices" ? asks.options.map((option) => option.id) : [],
    ),
  },
} as const;

function simple(kind: PartKind, invent: (part: string) => string, openers: readonly string[] = [], part = ""): Given {
  switch (kind.kind) {
    case "choice": {
      const own = kind.options.find((option) => option.ownWords);
      const opens = ({ id }: Option) => openers.filter((each) => each === id).length;
      const opener = [...kind.options].sort((one, other) => opens(other) - opens(one))[0];
      const chosen = opener && opens(opener) > 0 ? opener : (own ?? kind.options.at(-1));
      return withOwn(chosen ? [chosen.id] : [], chosen === own ? own?.id : undefined, part, invent);
    }
    case "choices": {
      const many = kind.options.filter((option) => !option.alone);
      return withOwn(
        many.map(({ id }) => id),
        many.find((option) => option.ownWords)?.id,
        part,
        invent,
      );
    }
    case "text":
      return kind.input === "date" ? "1990-05-17" : invent("").slice(0, kind.maxLength);
    case "number":
      return "3";
  }
}

function withOwn(
  options: readonly string[],
  own: string | undefined,
  part: string,
  invent: (part: string) => string,
): Given {
  return own ? { options, ownWords: invent([part, own].filter(Boolean).join(".")) } : options;
}
