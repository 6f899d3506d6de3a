import { describe, expect, it } from "vitest";
import { languageIn, measureIn, translationsIn } from "../../src/translation/locales-folder.ts";
import { lettersOf, noLongerLong, roomFor, tooLong } from "../../src/translation/room.ts";
import { sourcesFor } from "../../src/translation/sources.ts";

const { english } = measureIn("locales");

describe.each(translationsIn("locales"))("the words in %s", (tag) => {
  const { words, looked } = languageIn("locales", tag);
  const sources = sourcesFor(english, tag);

  it("have room on their pages, or somebody has looked at them there", () => {
    const long = tooLong(sources, words, tag, looked).map((key) => `"${key}": ${lettersOf(words.get(key) ?? "")}`);
    const whatToDo = [
      "These are more than 1.8 times as long as their English. Say them shorter where nothing is lost. Otherwise look at",
      `their pages on a screen of 320 pixels, and if they can be read, write them into locales/${tag}/long.json:`,
      long.join(",\n"),
    ];
    expect(long, whatToDo.join("\n")).toEqual([]);
  });

  it("are no longer noted as long when they are so no more", () => {
    expect(noLongerLong(sources, words, tag, looked)).toEqual([]);
  });
});

describe("the room for words", () => {
  const sources = new Map([
    ["a:short", "Send"],
    ["a:long", "Send the report now"],
  ]);
  const own = (long: string) =>
    new Map([
      ["a:short", "Absenden und dann weiter"],
      ["a:long", long],
    ]);
  const none = new Map<string, number>();

  it("is 1.8 times the letters of the English, and any for a word or two", () => {
    expect(roomFor("Send the report now", "pl")).toBe(34);
    expect(roomFor("Send", "pl")).toBeNull();
    expect(tooLong(sources, own("x".repeat(34)), "pl", none)).toEqual([]);
    expect(tooLong(sources, own("x".repeat(35)), "pl", none)).toEqual(["a:long"]);
  });

  it("is not counted where a sign is a word", () => {
    expect(tooLong(sources, own("报".repeat(35)), "zh-Hans", none)).toEqual([]);
    expect(roomFor("Send the report now", "zh-Hant")).toBeNull();
  });

  it("is not needed by marks that stand above or below letters, or that turn the direction", () => {
    expect(lettersOf("مُرْسَل")).toBe(4);
    expect(lettersOf("\u2066OX1\u2069")).toBe(3);
    expect(lettersOf("e\u0301")).toBe(1);
  });

  it("is enough for what somebody looked at, until it grows or shrinks", () => {
    const looked = new Map([["a:long", 40]]);
    expect(tooLong(sources, own("x".repeat(40)), "pl", looked)).toEqual([]);
    expect(tooLong(sources, own("x".repeat(41)), "pl", looked)).toEqual(["a:long"]);
    expect(noLongerLong(sources, own("x".repeat(40)), "pl", looked)).toEqual([]);
    expect(noLongerLong(sources, own("x".repeat(34)), "pl", looked)).toEqual(["a:long"]);
  });
});
