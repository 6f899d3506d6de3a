import { describe, expect, it } from "vitest";
import { idlePatterns, whyCritical } from "../../src/translation/critical.ts";
import { measureIn } from "../../src/translation/locales-folder.ts";

const { critical, english } = measureIn("locales");

describe("the strings that could harm somebody if they were wrong", () => {
  it("are found by patterns that each find some", () => {
    expect(idlePatterns(critical, [...english.keys()])).toEqual([]);
  });

  it.each([
    "pages:emergency.silent.text",
    "pages:start.who.limit",
    "questions:wanted.hint",
    "questions:send.exception",
    "questions:send.organisations.police.choices.facts",
    "questions:monitoring.why",
    "questions:safeguarding.hint",
    "report:lock.deleteText",
    "report:passphrase.text",
    "report:sent.next.noPromise",
    "point:forgotten.lost_other",
  ])("are found at %s", (key) => {
    expect(english.has(key)).toBe(true);
    expect(whyCritical(key, critical)).not.toBeNull();
  });

  it("are few enough to be read twice", () => {
    const marked = [...english.keys()].filter((key) => whyCritical(key, critical) !== null);
    expect(marked.length).toBeLessThan(english.size / 4);
  });
});

describe("a pattern, tried on made-up keys", () => {
  const patterns = { "a:gone*": "Gone.", "a:b.*.why": "Why." };

  it("stands for its own key, and with a star for all that go on or lie between", () => {
    expect(whyCritical("a:gone", patterns)).toBe("Gone.");
    expect(whyCritical("a:goneText_one", patterns)).toBe("Gone.");
    expect(whyCritical("a:b.c.d.why", patterns)).toBe("Why.");
  });

  it("stands for nothing else, and a point is only a point", () => {
    for (const key of ["b:gone", "xa:gone", "a:b.c.whyNot", "a:bxc.why"])
      expect(whyCritical(key, patterns), key).toBeNull();
  });

  it("is idle where it finds nothing", () => {
    expect(idlePatterns(patterns, ["a:gone", "a:b.why"])).toEqual(["a:b.*.why"]);
  });
});
