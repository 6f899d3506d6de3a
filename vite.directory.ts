import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Entry } from "./src/guidance/directory.ts";
import { readDirectory } from "./src/guidance/read-directory.ts";
import { deniedIn } from "./vite.denied.ts";

/** What stands in the way of a build must be fixed by whoever looks after the area, so it says where and what. */
export interface Directory {
  readonly entries: readonly Entry[];
  /** What they should know although the build goes on. */
  readonly warnings: readonly string[];
}

/**
 * The directory of the area in this folder, as of a day (ISO date). Throws where a file is broken, where an entry is
 * closed or too old to trust, or where English words for an entry are missing (`about`, by id).
 */
export function directoryOf(folder: string, about: Readonly<Record<string, unknown>>, today: string): Directory {
  const texts = ["directory.json", "contacts.json"].map((name) => ({ name, text: textOf(path.join(folder, name)) }));
  const denied = texts.flatMap(({ name, text }) =>
    deniedIn(text).map((what) => `${name}: "${what}" is closed, taken over or too old`),
  );
  if (denied.length > 0) stopAt(folder, denied);
  const [directory, contacts] = texts.map(({ name, text }) => parsed(folder, name, text));
  const read = readDirectory(directory, contacts, today);
  if (read.kind === "broken") return stopAt(folder, read.problems);
  const wordless = read.entries.filter(({ id }) => typeof about[id] !== "string").map(({ id }) => id);
  if (wordless.length > 0) stopAt(folder, [`no English words in directory:about for ${wordless.join(", ")}`]);
  return {
    entries: read.entries,
    warnings: read.expired.map(
      (id) => `${folder}/directory.json: "${id}" has expired and is left out. Somebody has to check it.`,
    ),
  };
}

function textOf(file: string): string {
  if (!existsSync(file)) throw new Error(`There is no ${file}, which every area has.`);
  return readFileSync(file, "utf8");
}

function parsed(folder: string, name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return stopAt(folder, [`${name}: ${error instanceof Error ? error.message : "not JSON"}`]);
  }
}

function stopAt(folder: string, problems: readonly string[]): never {
  throw new Error([`The directory in ${folder} cannot be shown:`, ...problems].join("\n  "));
}
