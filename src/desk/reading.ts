import type { Letter } from "../report/letter.ts";
import { whoOf } from "../report/path.ts";
import type { Question, Section as SectionId } from "../report/question.ts";
import { labelOf, saidOf } from "./reading-value.ts";
import { type Row, type Section, type Word, word } from "./said.ts";

/** Whether this person may be contacted, and what has to be known before. */
export type ContactReading =
  | {
      readonly kind: "yes";
      readonly safely: readonly Row[];
      readonly ways: readonly Row[];
      /** Whether they said how it is safe, instead of leaving that out or declining. */
      readonly isSafetyTold: boolean;
    }
  /** They said no. */
  | { readonly kind: "no" }
  /** They said nothing of it, or this organisation was not granted it. */
  | { readonly kind: "notGiven" };

/** A letter as it is read at the desk, from the most to the least urgent. */
export interface Reading {
  readonly granted: readonly Granted[];
  readonly contact: ContactReading;
  readonly sections: readonly Section[];
}

/** One thing the person agreed to, and what it means for this organisation. */
export interface Granted {
  readonly name: Word;
  readonly means: Word;
}

const order: readonly SectionId[] = ["before", "what", "where", "who", "after", "you", "worker", "send"];

/** What the panel about contact says, so that no other section repeats it. */
const inPanel: Readonly<Record<ContactReading["kind"], readonly string[]>> = {
  yes: ["contact", "safeContact", "needs"],
  no: ["contact"],
  notGiven: [],
};

/** Lays out a letter for its reader. What was not asked or not granted is absent; what is unknown stands at the end. */
export function readingOf(letter: Letter, questions: readonly Question[]): Reading {
  const rows = rowsOf(letter, questions);
  const contact = contactOf(letter, rows);
  const shown = rows.filter((row) => !inPanel[contact.kind].includes(row.id));
  const sectionOf = (id: string) => questions.find((question) => question.id === id)?.section;
  const sections = [...order, undefined].map((section) => ({
    id: section ?? "other",
    label: word(`desk:sections.${section ?? "other"}`, section ?? ""),
    rows: shown.filter((row) => sectionOf(row.id) === section),
  }));
  return { granted: grantedOf(letter), contact, sections: sections.filter(({ rows: some }) => some.length > 0) };
}

/** A row for every answer, in the order in which they were asked. */
export function rowsOf(letter: Letter, questions: readonly Question[]): readonly Row[] {
  const who = whoOf(letter.answers);
  const ids = [...new Set([...questions.map(({ id }) => id), ...Object.keys(letter.answers)])];
  return ids.flatMap((id) => {
    const value = letter.answers[id];
    if (!value || value.kind === "consent") return [];
    const question = questions.find((one) => one.id === id);
    const spot = { at: id, who };
    return [{ id, label: labelOf(spot, id), said: saidOf(value, question, spot) }];
  });
}

function contactOf(letter: Letter, rows: readonly Row[]): ContactReading {
  const value = letter.answers.contact;
  if (value?.kind !== "contact") return { kind: "notGiven" };
  if (!value.allowed) return { kind: "no" };
  const named = (id: string) => rows.filter((row) => row.id === id);
  const isSafetyTold = letter.answers.safeContact?.kind === "several";
  return { kind: "yes", safely: [...named("safeContact"), ...named("needs")], ways: named("contact"), isSafetyTold };
}

function grantedOf({ consent, organisation }: Letter): readonly Granted[] {
  const choice = consent.choice;
  return [
    {
      name: word(`desk:granted.${choice}.name`, choice),
      means: {
        keys: [`desk:granted.${choice}.${organisation}`, `desk:granted.${choice}.means`, "desk:granted.unknown"],
        otherwise: "",
      },
    },
    ...consent.additions.map((id) => ({
      name: word(`desk:granted.${id}.name`, id),
      means: { keys: [`desk:granted.${id}.means`, "desk:granted.unknown"], otherwise: "" },
    })),
  ];
}
