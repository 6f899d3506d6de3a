import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, spreadsheetOf } from "../../src/desk/spreadsheet.ts";
import type { Answers } from "../../src/report/answer.ts";
import { questions } from "../../src/report/questions.ts";
import { busReport, letterOf, listed, submissionOf } from "./letters.ts";
import { say } from "./words.ts";

function opened(number: number, answers: Answers) {
  const submission = submissionOf(number);
  const { waiting } = listed(submission, number, new Uint8Array([1]), "0".repeat(64));
  return { waiting, letter: letterOf({ submission, answers }) };
}

const own = (text: string): Answers => ({ ownWords: { kind: "text", text, language: "en-GB" } });

/** Reads CSV as RFC 4180 has it. */
function cells(csv: string): string[][] {
  const lines = [...csv.replace("\uFEFF", "").matchAll(/(?:"(?:[^"]|"")*",?)+\r\n/g)];
  return lines.map(([line]) =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => (match[1] ?? "").replaceAll('""', '"')),
  );
}

describe("a spreadsheet of opened letters", () => {
  it("has a line for each letter and a column for each question that any of them answers", () => {
    const csv = spreadsheetOf(
      [opened(1, own("first")), opened(2, { reporter: { kind: "choice", option: "self" } })],
      questions,
      say,
    );
    expect(cells(csv)).toEqual([
      [
        "Reference",
        "Received",
        "Connect point",
        "Written",
        "Organisation",
        "Consent",
        "In their own words",
        "Who is reporting",
      ],
      [
        "20000-00000",
        "21 November 2026 at 10:00",
        "",
        "21 November 2026 at 08:00",
        "police",
        "factsAndContact",
        "first",
        "",
      ],
      [
        "40000-00000",
        "21 November 2026 at 11:00",
        "",
        "21 November 2026 at 08:00",
        "police",
        "factsAndContact",
        "",
        "It happened to me",
      ],
    ]);
  });

  it("says which Connect point a letter came from, and runs no formula in its name", () => {
    const { waiting, letter } = opened(1, own("first"));
    const named = (name: string) => ({ waiting: { ...waiting, from: { point: "east-library", name } }, letter });
    const csv = spreadsheetOf([named("East Library"), named("=1+1")], questions, say);
    expect(cells(csv).map((line) => line[2])).toEqual(["Connect point", "East Library", "'=1+1"]);
  });

  it("is read as UTF-8 and keeps quotes, commas and line breaks inside their cell", () => {
    const text = 'He said: "go home",\nthen left';
    const csv = spreadsheetOf([opened(1, own(text))], questions, say);
    expect(csv.startsWith("\uFEFF")).toBe(true);
    expect(cells(csv)[1]?.at(-1)).toBe(text);
  });

  it("has everything that the letter says, contact too", () => {
    const csv = spreadsheetOf([opened(1, busReport)], questions, say);
    expect(csv).toContain("+44 7700 900123");
    expect(csv).toContain("Say you are from the library");
  });

  it.each(["=cmd|'/c calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u200B=1", "＝1"])(
    "takes the force out of a formula (F39): %j",
    (text) => {
      expect(cell(text)).toMatch(/^"'/);
      expect(cells(spreadsheetOf([opened(1, own(text))], questions, say))[1]?.at(-1)).toMatch(/^'/);
    },
  );

  it("never has a cell that a spreadsheet would run, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cell(text)).toMatch(/^"(?![=+\-@\t\r\n])(?:[^"]|"")*"$/);
      }),
    );
  });
});
