import { po } from "gettext-parser";
import * as z from "zod/mini";
import type { NotedUnit, Unit } from "./unit.ts";

const explanation = `Words of Connect, with which people report hate.
What stands in {{ }} is put in by the program: keep it as it is, where your language wants it.
CRITICAL marks what could harm somebody if it were wrong. Two people should read it.
Needs work (fuzzy) marks what was translated from an older English text. Take the mark away when it is right.`;

/** A PO file (GNU gettext) that tools for translators open. The same units always make the same bytes. */
export function portableObject(language: string, units: readonly NotedUnit[]): Uint8Array {
  const entries = units.map(({ key, english, words, fuzzy, notes }) => ({
    msgctxt: key,
    msgid: english,
    msgstr: [words],
    comments: { extracted: notes.join("\n"), ...(fuzzy ? { flag: "fuzzy" } : {}) },
  }));
  const head = { msgid: "", msgstr: [""], comments: { translator: explanation } };
  const headers = {
    "Project-Id-Version": "Connect",
    Language: language.replaceAll("-", "_"),
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
  };
  const byKey = Object.fromEntries(entries.map((entry) => [entry.msgctxt, { [entry.msgid]: entry }]));
  return po.compile({ charset: "utf-8", headers, translations: { "": { "": head }, ...byKey } }, { foldLength: 120 });
}

export type ReadFile =
  | { readonly kind: "unreadable"; readonly because: string }
  /** `language` as a tag with hyphens; empty where the file names none. */
  | { readonly kind: "read"; readonly language: string; readonly units: readonly Unit[] };

/** A unit as the parser gives it. One with several forms in it is not ours. */
const entry = z.object({
  msgctxt: z.optional(z.string()),
  msgid: z.string(),
  msgid_plural: z.optional(z.undefined()),
  msgstr: z.tuple([z.string()]),
  comments: z.optional(z.object({ flag: z.optional(z.string()) })),
});

const table = z.object({
  headers: z.record(z.string(), z.string()),
  translations: z.record(z.string(), z.record(z.string(), entry)),
});

/** The units in a PO file, whichever program wrote it. A unit without a key has the key "". */
export function unitsIn(file: Uint8Array): ReadFile {
  let parsed: unknown;
  try {
    parsed = po.parse(Buffer.from(file), { validation: true, defaultCharset: "utf-8" });
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    return { kind: "unreadable", because: `it is no PO file: ${why}` }; // the parser throws at whatever it cannot read
  }
  const checked = table.safeParse(parsed);
  if (!checked.success) return { kind: "unreadable", because: "it is no PO file with one text for each string" };
  const { headers, translations } = checked.data;
  const entries = Object.values(translations).flatMap((byText) => Object.values(byText));
  return {
    kind: "read",
    language: (headers["Language"] ?? "").trim().replaceAll("_", "-"),
    units: entries.filter(({ msgctxt, msgid }) => msgctxt !== undefined || msgid !== "").map(unitOf),
  };
}

const unitOf = ({ msgctxt, msgid, msgstr, comments }: z.infer<typeof entry>): Unit => ({
  key: msgctxt ?? "",
  english: msgid,
  words: msgstr[0],
  fuzzy: /\bfuzzy\b/.test(comments?.flag ?? ""),
});
