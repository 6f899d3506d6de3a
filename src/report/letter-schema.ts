import * as z from "zod/mini";
import type { Letter } from "./letter.ts";
import { longestText } from "./limits.ts";
import { byId, consent, id, language, valueKinds } from "./value-schema.ts";

/** No letter is longer, in UTF-16 code units of JSON: a reader need not look at what is. */
const longestLetter = 1_000_000;

const civilTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const reference = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/));

const letter = z.strictObject({
  format: z.literal("connect-letter"),
  version: z.literal(1),
  submission: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  organisation: id,
  writtenAt: z.iso.datetime(),
  language,
  depth: z.enum(["short", "full"]),
  addendumTo: z.exactOptional(reference),
  consent: z.extend(consent, { wording: z.string().check(z.maxLength(40)) }),
  questions: z.int().check(z.positive()),
  answers: byId(z.discriminatedUnion("kind", valueKinds(longestText, z.iso.date(), civilTime))),
});

/**
 * Reads the plaintext of a sealed letter, padding and all. `null` for anything that is not a letter in every detail:
 * it comes from outside. Questions and options that this release does not know are let through.
 */
export function readLetter(text: string): Letter | null {
  if (text.length > longestLetter) return null;
  const result = z.safeParse(letter, parsed(text));
  return result.success ? result.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON, and so not a letter
  }
}
