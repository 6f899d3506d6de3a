import type { Letter } from "../report/letter.ts";
import type { Question } from "../report/question.ts";
import type { WaitingLetter } from "../wire/collection.ts";
import { referenceOf } from "../wire/reference.ts";
import { harmlessText } from "./harmless.ts";
import { moment } from "./moments.ts";
import { plainly, type Say } from "./plain-text.ts";
import { rowsOf } from "./reading.ts";
import type { Row, Word } from "./said.ts";
import { word } from "./said.ts";

/** A letter that was opened, with what the endpoint knows of it. */
export interface OpenedLetter {
  readonly waiting: WaitingLetter;
  readonly letter: Letter;
}

/**
 * Opened letters as CSV (RFC 4180, with the mark that makes spreadsheet programs read UTF-8): a line for each letter, a
 * column for each question that any of them answers. Nothing in it is taken for a formula.
 */
export function spreadsheetOf(opened: readonly OpenedLetter[], questions: readonly Question[], say: Say): string {
  const letters = opened.map((one) => ({ ...one, rows: rowsOf(one.letter, questions) }));
  const columns = columnsOf(letters.map(({ rows }) => rows));
  const heads = ["reference", "received", "from", "written", "organisation", "choice"].map((id) =>
    word(`desk:column.${id}`, id),
  );
  const lines = letters.map(({ waiting, letter, rows }) => [
    referenceOf(letter.submission),
    moment(waiting.receivedAt),
    waiting.from?.name ?? "",
    moment(letter.writtenAt),
    letter.organisation,
    [letter.consent.choice, ...letter.consent.additions].join(", "),
    ...columns.map(({ id }) => plainly(rows.find((row) => row.id === id)?.said ?? [], say)),
  ]);
  const head = [...heads, ...columns.map(({ label }) => label)].map(say);
  return `\uFEFF${[head, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

/** The questions that were answered, each once, in the order of the letter that has it first. */
function columnsOf(letters: readonly (readonly Row[])[]): readonly { readonly id: string; readonly label: Word }[] {
  return [...new Map(letters.flat().map((row) => [row.id, row])).values()];
}

/**
 * One cell, always in quotes. Spreadsheet programs run what begins with `= + - @`, a tab or a line break, some also after
 * spaces or in the wide forms of these signs: an apostrophe in front makes it text (OWASP, CSV injection).
 */
export function cell(text: string): string {
  const shown = harmlessText(text);
  const defused = /^[\t\r\n]|^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) ? `'${shown}` : shown;
  return `"${defused.replaceAll('"', '""')}"`;
}
