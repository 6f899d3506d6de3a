import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesAfter } from "./files-after.ts";
import { languageIn, measureIn } from "./locales-folder.ts";
import { done, nothing, type Obeyed } from "./obeyed.ts";
import { unitsIn } from "./portable-object.ts";
import { sourcesFor } from "./sources.ts";
import { type Taken, takenFrom } from "./taking.ts";
import { keysUnder } from "./telling.ts";

/** Takes a translator's file into a language's folder. Where anything in it is wrong, says so and writes nothing. */
export function importFrom(file: string, locales: string, tag: string, laidOut: (text: string) => string): Obeyed {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return refused(file, ["there is no such file"]);
  const read = unitsIn(readFileSync(file));
  if (read.kind === "unreadable") return refused(file, [read.because]);
  if (read.language.toLowerCase() !== tag.toLowerCase())
    return refused(file, [`it is for ${read.language || "no language that it names"}, not for ${tag}`]);
  const { english, texts } = measureIn(locales);
  const language = languageIn(locales, tag);
  const sources = sourcesFor(english, tag);
  const taken = takenFrom(read.units, sources, language.words);
  if (taken.kind === "refused") return refused(file, taken.because);
  const files = [...filesAfter(taken, language, sources, texts)].map(([name, text]) => [name, laidOut(text)] as const);
  mkdirSync(join(locales, tag), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(locales, tag, name), text);
  return done(saidOf(taken, language.review));
}

const refused = (file: string, because: readonly string[]): Obeyed =>
  nothing(`Nothing was taken from ${file}:\n${because.map((line) => `  ${line}\n`).join("")}`);

type Wrote = Extract<Taken, { readonly kind: "taken" }>;

function saidOf({ taken, changed, removed, left }: Wrote, review: "draft" | "reviewed"): string {
  const again = changed.length > 0 ? "It was reviewed, and is a draft again.\n" : "";
  return [
    `${taken.length} strings are as the file says; ${changed.length} of them changed.\n`,
    review === "draft" ? "The language stays a draft until somebody has read it.\n" : again,
    keysUnder("Left as they are: need work", left.needsWork),
    keysUnder("Left as they are: not translated", left.untranslated),
    keysUnder("Left as they are: the English has changed since the export", left.olderEnglish),
    keysUnder("Left as they are: not in the file", left.notInFile),
    keysUnder("Removed: no longer in the English", removed),
  ].join("");
}
