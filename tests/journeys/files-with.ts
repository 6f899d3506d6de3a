import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** The files below a folder in which a word stands, whether one or two bytes stand for each of its letters. */
export function filesWith(word: string, folder: string): readonly string[] {
  const spellings = [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le"), Buffer.from(word, "utf16le").swap16()];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter((file) => {
      const bytes = readFileSync(file);
      return spellings.some((spelling) => bytes.includes(spelling)) || file.includes(word);
    })
    .map((file) => relative(folder, file));
}
