import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";

const { appFolder, deskFolder } = inject("built");

/** What stands in every program that opens age files, step by step, and in none that only seals them. */
const opening = [
  "AGE-SECRET-KEY-",
  "invalid X25519 stanza",
  "no identity matched any of the file's recipients",
  "invalid header HMAC",
  "final chunk is empty",
];

const namesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: "utf8" });

const textIn = (folder: string, ending: RegExp): string =>
  namesIn(folder)
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

const reviewNotes = (): readonly string[] =>
  globSync("locales/*/review.json").map((file) => JSON.parse(readFileSync(file, "utf8")).note);

describe("what a reporter's device gets", () => {
  it("seals reports", () => {
    expect(textIn(appFolder, /\.js$/)).toContain("age-encryption.org/v1");
  });

  it.each(opening)("could not open a report, as the desk can: %s", (words) => {
    expect(textIn(deskFolder, /\.js$/)).toContain(words);
    expect(textIn(appFolder, /\.js$/)).not.toContain(words);
  });

  it("says what there is to say, and nothing that reviewers wrote to each other", () => {
    const said = textIn(appFolder, /\.(js|html|webmanifest)$/);
    expect(said).toContain(JSON.parse(readFileSync("locales/en-GB/interface.json", "utf8")).product);
    expect(reviewNotes()).not.toEqual([]);
    for (const note of reviewNotes()) expect(said).not.toContain(note);
  });
});

describe.each([
  ["the app", appFolder],
  ["the desk", deskFolder],
])("%s as it is served", (_, folder) => {
  it("comes without its sources", () => {
    expect(namesIn(folder).filter((name) => name.endsWith(".map"))).toEqual([]);
    expect(textIn(folder, /\.(js|css)$/)).not.toContain("sourceMappingURL");
  });
});
