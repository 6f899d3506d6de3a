/**
 * Who is writing: the person it happened to, someone who saw it, someone who helps, or a worker at a Connect point who
 * fills it in with the person.
 */
export type Who = "self" | "witness" | "helper" | "worker";

/** What the person wants told: all of it, all but who they are, that they want support and no more, or nothing. */
export type Wanted = "full" | "noName" | "supportOnly" | "nothing";

/** `short` is the two-minute report, `full` asks all that applies. */
export type Depth = "short" | "full";

/**
 * Decides which organisation may see an answer. `none` answers steer the questions and leave the device in no letter.
 */
export type Group = "facts" | "identity" | "accused" | "monitoring" | "office" | "none";

/** A heading under which answers are gathered on *check your answers*, at the desk, and in the words for progress. */
export type Section = "before" | "what" | "where" | "who" | "after" | "you" | "worker" | "send";

/**
 * When something is asked, told from the answers to earlier questions. `includes` holds if any of its options was chosen
 * (see `chosenIn`; of a contact: `yes`, `no` or a way); without `includes` it is enough that the question was answered and not declined.
 */
export type Condition =
  | { readonly answer: string; readonly part?: string; readonly includes?: OneOrMore }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** One option's id, or several of which any one will do. */
export type OneOrMore = string | readonly string[];

export interface Option {
  readonly id: string;
  /** Choosing this one clears the others: "none of these". */
  readonly alone?: true;
  /** Asks for a few own words when chosen: "something else". */
  readonly ownWords?: true;
  /** Never offered: the app itself gives this answer. */
  readonly byApp?: true;
}

/** What a person is asked to give, and so what its answer looks like (see `Value`). */
export type Kind =
  | PartKind
  | { readonly kind: "when" }
  | { readonly kind: "place" }
  | { readonly kind: "contact"; readonly ways: readonly Option[] }
  | { readonly kind: "several"; readonly parts: readonly Part[] }
  | { readonly kind: "people"; readonly parts: readonly Part[]; readonly most: number }
  | { readonly kind: "consent" };

/** The simple kinds, which may also be one part of a page. */
export type PartKind =
  | { readonly kind: "choice"; readonly options: readonly Option[] }
  | { readonly kind: "choices"; readonly options: readonly Option[] }
  | { readonly kind: "text"; readonly lines: "one" | "many"; readonly maxLength: number; readonly input?: TextInput }
  | { readonly kind: "number"; readonly most: number };

/** What the keyboard of a phone should offer. Never an `autocomplete` token: the device may be shared. */
export type TextInput = "text" | "tel" | "email" | "postcode" | "date" | "url";

/** One of several things asked on the same page. Its words are under `parts` of its question. */
export interface Part {
  readonly id: string;
  readonly asks: PartKind;
  /** Where it differs from the question's own group. */
  readonly group?: Group;
  /** On the page at all only when this holds for the answers to earlier questions. */
  readonly askIf?: Condition;
  /** Shown when this other part of the same page, above it, holds one of these options. */
  readonly revealIf?: { readonly part: string; readonly includes: OneOrMore };
  /** Has no field on its page: the app itself puts the answer there, and what is typed beside it leaves it as it is. */
  readonly byApp?: true;
}

/** Why a person did not answer. Recorded as such, and different from "not asked". */
export type Decline = "dontKnow" | "ratherNotSay";

export interface Question {
  readonly id: string;
  readonly section: Section;
  readonly asks: Kind;
  readonly depth: Depth;
  readonly easyRead: boolean;
  readonly askedOf: readonly Who[];
  readonly group: Group;
  readonly askIf?: Condition;
  readonly declines: readonly Decline[];
  /** Asked at any depth of someone who wants only support. All others are not. */
  readonly supportOnly?: true;
  /** A page of the worker's own: nobody else answers it, and it speaks the worker's language. */
  readonly forWorker?: true;
}
