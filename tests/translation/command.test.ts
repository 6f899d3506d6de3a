import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { commandFrom } from "../../src/translation/command.ts";
import { translationsIn } from "../../src/translation/locales-folder.ts";

const said = (words: string) => commandFrom(words === "" ? [] : words.split(" "));

describe("what can be asked for", () => {
  it.each([
    ["", { kind: "report" }],
    ["zh-Hans", { kind: "list", tag: "zh-Hans" }],
    ["accept pl", { kind: "accept", tag: "pl", keys: [] }],
    ["accept pl a:b a:c", { kind: "accept", tag: "pl", keys: ["a:b", "a:c"] }],
    ["export pt-PT", { kind: "export", tag: "pt-PT", file: "var/pt-PT.po" }],
    ["export pl mine.po", { kind: "export", tag: "pl", file: "mine.po" }],
    ["import pl mine.po", { kind: "import", tag: "pl", file: "mine.po" }],
  ])("is in the words “%s”", (words, command) => {
    expect(said(words)).toEqual(command);
  });

  it.each([
    "help",
    "import pl",
    "import pl a.po b.po",
    "export",
    "export pl a.po b.po",
    "accept",
    "pl es",
    "accept PL",
  ])("is nothing in “%s”", (words) => {
    expect(said(words)).toBeNull();
  });

  it.each(["en-GB", "../pl", "zh-hans", "pl_PL", "x", "", "constructor"])("is nothing for the language “%s”", (tag) => {
    for (const verb of ["accept", "export"]) expect(commandFrom([verb, tag])).toBeNull();
  });
});

describe("the program", () => {
  const run = (...words: string[]) =>
    execFileSync(process.execPath, ["src/translation/start.ts", ...words], { encoding: "utf8", stdio: "pipe" });

  it("prints a line for every language that there are words in, and ends well", () => {
    const lines = run().split("\n");
    expect(lines.slice(1, 1 + translationsIn("locales").length).map((line) => line.split(" ")[0])).toEqual(
      translationsIn("locales"),
    );
  });

  it("says how to ask, and ends badly, where it is asked for nothing it knows", () => {
    expect(() => run("help")).toThrow(/npm run locales -- accept <language>/);
    expect(() => run("zu")).toThrow(/There is no locales\/zu/);
  });
});
