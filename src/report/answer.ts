import type { Decline } from "./question.ts";

/** Own words with the language they were written in (BCP 47), so that a reader knows what to have translated. */
export interface OwnWords {
  readonly text: string;
  readonly language: string;
}

/** An answer to a simple question, or to one part of a page. */
export type PartValue =
  | { readonly kind: "choice"; readonly option: string; readonly ownWords?: OwnWords }
  | { readonly kind: "choices"; readonly options: readonly string[]; readonly ownWords?: OwnWords }
  /** Also what stands in the place of a number when what was written is not one. */
  | ({ readonly kind: "text" } & OwnWords)
  | { readonly kind: "number"; readonly count: number; readonly about: boolean };

/** Answers to parts of a page by part id. A part that was left empty is absent. */
export type Parts = Readonly<Record<string, PartValue>>;

export type Value =
  | PartValue
  | WhenValue
  | {
      readonly kind: "place";
      readonly description?: OwnWords;
      readonly postcode?: string;
      readonly landmark?: OwnWords;
      readonly position?: { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number };
    }
  | {
      readonly kind: "contact";
      readonly allowed: boolean;
      readonly ways: readonly string[];
      /** By way: a number, an address, a friend's name and number. Besides, under `name`, whom to ask for. */
      readonly details: Readonly<Record<string, OwnWords>>;
    }
  | { readonly kind: "several"; readonly parts: Parts }
  | { readonly kind: "people"; readonly people: readonly Parts[] }
  | { readonly kind: "consent"; readonly given: Readonly<Record<string, Consent>> }
  | { readonly kind: "declined"; readonly because: Decline };

/** Dates are civil dates of Europe/London (`2026-03-14`), times are `18:30`. */
export interface WhenValue {
  readonly kind: "when";
  readonly how: (typeof whenHow)[number];
  readonly from?: string;
  readonly to?: string;
  /** For `about`: how far off the date may be. */
  readonly within?: (typeof whenWithin)[number];
  readonly time?: string;
  readonly partOfDay?: (typeof partsOfDay)[number];
}

export const whenHow = ["exact", "about", "overTime", "ongoing"] as const;
export const whenWithin = ["day", "week", "month"] as const;
export const partsOfDay = ["morning", "afternoon", "evening", "night"] as const;

/** What one organisation may see: the id of one of its choices or `nothing`, and the additions ticked beside it. */
export interface Consent {
  readonly choice: string;
  readonly additions: readonly string[];
}

/** By question id. A question that was not asked, or was left empty, is absent. */
export type Answers = Readonly<Record<string, Value>>;
