import { execFileSync } from "node:child_process";

/** The text of a JSON file as `npm run check` wants it. Runs in the folder that holds `node_modules`. */
export const laidOut = (text: string): string =>
  execFileSync("node_modules/.bin/biome", ["format", "--stdin-file-path=locales/words.json"], {
    input: text,
    encoding: "utf8",
  });
