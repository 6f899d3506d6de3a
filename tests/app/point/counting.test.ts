import { describe, expect, it } from "vitest";
import { entryOf } from "../../../src/app/point/entry.ts";
import { shownCount } from "../../../src/app/point/shown-count.ts";
import { newReport, type Report } from "../../../src/app/report/report.ts";
import type { Answers } from "../../../src/report/answer.ts";

const at = new Date("2026-11-25T10:00:00Z");
const choice = (option: string) => ({ kind: "choice", option }) as const;
const report = (answers: Answers, more: Partial<Report> = {}): Report => ({ ...newReport, ...more, answers });

describe("what a Connect point counts", () => {
  it("is the month, the language, the characteristics and whether support was asked for, and nothing that was said", () => {
    const words = { kind: "text", text: "They shouted at me.", language: "ar" } as const;
    const characteristics = { kind: "choices", options: ["race", "religion"] } as const;
    const entry = entryOf(report({ ownWords: words, characteristics, referral: choice("yes") }), "ar", at);
    expect(entry).toEqual({
      kind: "report",
      month: "2026-11",
      language: "ar",
      characteristics: ["race", "religion"],
      referral: true,
    });
  });

  it.each([
    ["full", "report"],
    ["noName", "report"],
    ["supportOnly", "supportOnly"],
    ["nothing", "noReport"],
  ] as const)("tells a visit that ended with “%s” as %s", (wanted, kind) => {
    expect(entryOf(report({ wanted: choice(wanted) }), "en-GB", at).kind).toBe(kind);
  });

  it("counts a wish for support alone as a referral, though nobody was asked for one", () => {
    expect(entryOf(report({ wanted: choice("supportOnly") }), "en-GB", at).referral).toBe(true);
    expect(entryOf(report({ wanted: choice("full") }), "en-GB", at).referral).toBe(false);
  });

  it("tells an addition apart from a report, so that nothing is counted twice", () => {
    expect(entryOf(report({}, { addendumTo: "ABCDE-FGHJK" }), "en-GB", at).kind).toBe("addendum");
  });
});

describe("a count that is shown", () => {
  it("is not told where it is so small that it could point at somebody", () => {
    expect([0, 1, 4, 5, 120].map((count) => shownCount(count, "fewer than 5"))).toEqual([
      "0",
      "fewer than 5",
      "fewer than 5",
      "5",
      "120",
    ]);
  });
});
