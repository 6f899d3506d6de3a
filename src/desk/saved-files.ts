import type { Letter } from "../report/letter.ts";
import type { WaitingLetter } from "../wire/collection.ts";
import { referenceOf } from "../wire/reference.ts";

/** A file to save on this computer. Its name says nothing but the reference. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** The letter as it was received, still sealed: the standard `age` program opens it with the same identity. */
export function sealedFile(submission: string, bytes: Uint8Array<ArrayBuffer>): SavedFile {
  return { name: `${referenceOf(submission)}.age`, type: "application/octet-stream", content: bytes };
}

/** The opened letter for another system, beside what the endpoint knows of it. */
export function readableFile(waiting: WaitingLetter, letter: Letter): SavedFile {
  const { receivedAt, from, digest } = waiting;
  const content = { reference: referenceOf(letter.submission), receivedAt, from, digest, letter };
  return {
    name: `${referenceOf(letter.submission)}.json`,
    type: "application/json",
    content: `${JSON.stringify(content, null, 2)}\n`,
  };
}

export const spreadsheetFile = (content: string): SavedFile => ({
  name: "letters.csv",
  type: "text/csv;charset=utf-8",
  content,
});
