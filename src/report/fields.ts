import type { OwnWords, Parts, PartValue } from "./answer.ts";
import { wellFormed } from "./own-words.ts";
import type { Option, Part, PartKind } from "./question.ts";

/** The fields of a form as a browser hands them over: every value under its name, in order. */
export type Entries = ReadonlyMap<string, readonly string[]>;

/** What the fields are read with: the form, and how to say which language a text is in. */
export interface Sheet {
  readonly entries: Entries;
  readonly inLanguage: (text: string) => OwnWords;
}

/** What a single field gave to a simple question or one part of a page, or `null` for nothing. */
export function readPart(asks: PartKind, field: string, sheet: Sheet): PartValue | null {
  const text = textOf(sheet, field);
  switch (asks.kind) {
    case "choice": {
      const option = optionIn(asks.options, text);
      return option ? { kind: "choice", option: option.id, ...ownWordsOf([option], field, sheet) } : null;
    }
    case "choices": {
      const options = ticked(asks.options, field, sheet);
      if (options.length === 0) return null;
      return { kind: "choices", options: options.map(({ id }) => id), ...ownWordsOf(options, field, sheet) };
    }
    case "text":
      return text ? { kind: "text", ...sheet.inLanguage(text) } : null;
    case "number":
      if (!text) return null;
      return /^\d{1,9}$/.test(westernDigits(text))
        ? { kind: "number", count: Number(westernDigits(text)), about: isTicked(sheet, `${field}.about`) }
        : { kind: "text", ...sheet.inLanguage(text) };
  }
}

export function readParts(parts: readonly Part[], field: string, sheet: Sheet): Parts {
  const given: Record<string, PartValue> = {};
  for (const { id, asks } of parts) {
    const value = readPart(asks, `${field}.${id}`, sheet);
    if (value) given[id] = value;
  }
  return given;
}

/** Trimmed and well-formed; empty for a field that is not there. */
export const textOf = ({ entries }: Sheet, field: string): string => wellFormed(entries.get(field)?.[0]?.trim() ?? "");

export const isTicked = (sheet: Sheet, field: string): boolean => textOf(sheet, field) === "yes";

const optionIn = (options: readonly Option[], id: string) => options.find((option) => option.id === id);

/** The ticked options in the order in which they are offered; one that stands alone clears the others. */
export function ticked(options: readonly Option[], field: string, { entries }: Sheet): readonly Option[] {
  const ids = entries.get(field) ?? [];
  const chosen = options.filter(({ id }) => ids.includes(id));
  const alone = chosen.find((option) => option.alone);
  return alone ? [alone] : chosen;
}

function ownWordsOf(options: readonly Option[], field: string, sheet: Sheet): { ownWords?: OwnWords } {
  const option = options.find((each) => each.ownWords);
  const text = option ? textOf(sheet, `${field}.ownWords.${option.id}`) : "";
  return text ? { ownWords: sheet.inLanguage(text) } : {};
}

/** The word, if it is one of these. */
export function oneOf<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  return words.find((word) => word === text);
}

/** Arabic, Persian, Devanagari, Bengali and Gurmukhi digits as 0 to 9: people type numbers in their own. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯੦-੯]/g, (digit) => {
    const low = digit.charCodeAt(0) % 16;
    return String(digit < "\u0900" ? low : low - 6);
  });
}
