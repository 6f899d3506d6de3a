import { describe, expect, it } from "vitest";
import { accepted, fingerprint, leftOver, outdated } from "../../src/translation/fingerprints.ts";
import { sourcesFor } from "../../src/translation/sources.ts";
import { standingOf, type Translation } from "../../src/translation/standing.ts";
import { detailsOf, tableOf } from "../../src/translation/telling.ts";
import { wordsOf } from "../../src/translation/words.ts";

const english = wordsOf({
  a: { call: "Call 999", send: "Send", left_one: "{{count}} day", left_other: "{{count}} days" },
});
const measure = { english, critical: { "a:call": "Help." }, offered: ["en-GB", "pl"] };
const words = wordsOf({ a: { call: "Zadzwoń: 999", left_one: "dzień", left_few: "dni", old: "Dawne" } });
const sources = sourcesFor(english, "pl");
const all = accepted(sources, words, new Map(), words.keys());
const polish: Translation = { tag: "pl", words, from: all, review: "draft" };

describe("fingerprints", () => {
  it("are of the English text, form by form, sorted, and of nothing that is not translated", () => {
    expect([...all]).toEqual([
      ["a:call", fingerprint("Call 999")],
      ["a:left_few", fingerprint("{{count}} days")],
      ["a:left_one", fingerprint("{{count}} day")],
    ]);
    expect(fingerprint("Call 999")).toMatch(/^[0-9a-f]{8}$/);
    expect(fingerprint("Call 999")).not.toBe(fingerprint("Call 998"));
  });

  it("tell which strings have another English now, or were never noted", () => {
    expect(outdated(sources, words, all)).toEqual([]);
    const now = new Map([...sources, ["a:call", "Call 112"]]);
    expect(outdated(now, words, all)).toEqual(["a:call"]);
    expect(outdated(sources, words, new Map())).toEqual(["a:call", "a:left_one", "a:left_few"]);
  });

  it("are accepted for the strings that were looked at alone, and go with the string", () => {
    const now = new Map([...sources].map(([key, text]) => [key, `${text}.`]));
    expect(outdated(now, words, accepted(now, words, all, ["a:call", "a:nonsense"]))).toEqual([
      "a:left_one",
      "a:left_few",
    ]);
    const fewer = new Map([["a:call", "Zadzwoń"]]);
    expect(leftOver(sources, fewer, all)).toEqual(["a:left_few", "a:left_one"]);
    expect([...accepted(sources, fewer, all, []).keys()]).toEqual(["a:call"]);
  });
});

describe("how a translation stands", () => {
  it("is told by what it lacks, what it has too much, and what nobody has read", () => {
    expect(standingOf(polish, measure)).toEqual({
      tag: "pl",
      review: "draft",
      offered: true,
      strings: 6,
      missing: ["a:send", "a:left_many", "a:left_other"],
      outdated: [],
      unreviewed: ["a:call"],
      unwanted: ["a:old"],
    });
  });

  it("counts a critical string as reviewed only while its English is the same and it is there", () => {
    const reviewed: Translation = { ...polish, review: "reviewed" };
    expect(standingOf(reviewed, measure).unreviewed).toEqual([]);
    const changed = { ...measure, english: new Map([...english, ["a:call", "Call 112"]]) };
    expect(standingOf(reviewed, changed).unreviewed).toEqual(["a:call"]);
    expect(standingOf({ ...reviewed, words: new Map() }, measure).unreviewed).toEqual(["a:call"]);
  });

  it("is a line in a table", () => {
    const standings = [
      standingOf(polish, measure),
      standingOf({ ...polish, tag: "zh-Hans", review: "reviewed" }, measure),
    ];
    expect(tableOf(standings).split("\n").slice(0, 3)).toEqual([
      "Language   Strings   Missing   Outdated   Critical, not reviewed   Review     In the app",
      "pl               6         3          0                        1   draft      offered",
      "zh-Hans          3         2          0                        0   reviewed   waiting",
    ]);
  });

  it("is a list of keys, without headings where there is nothing to do", () => {
    expect(detailsOf(standingOf(polish, measure))).toBe(
      [
        "pl: 6 strings, draft, offered",
        "\nMissing (3)\n  a:send\n  a:left_many\n  a:left_other",
        "\nNo longer in the English (1)\n  a:old",
        "\nCritical, not reviewed (1)\n  a:call\n",
      ].join("\n"),
    );
  });
});
