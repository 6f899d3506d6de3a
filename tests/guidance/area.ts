import type { Entry } from "../../src/guidance/directory.ts";
import { readDirectory } from "../../src/guidance/read-directory.ts";
import { jsonOf } from "../language/read-locales.ts";

/** An area's directory as its build reads it. */
function directoryIn(folder: string): readonly Entry[] {
  const read = readDirectory(jsonOf(`${folder}/directory.json`), jsonOf(`${folder}/contacts.json`), "2026-11-25");
  if (read.kind === "broken") throw new Error(read.problems.join("\n"));
  return read.entries;
}

export const thamesValley = directoryIn("deployments/thames-valley");
