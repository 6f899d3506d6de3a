import type { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import { type WaitingLetter, waitingLetter } from "../wire/collection.ts";

const letters = z.array(waitingLetter);

/** All that reads letters; on its own connection it never waits for a writer. */
export interface LetterReader {
  waiting(organisation: string, after: number, atMost: number): readonly WaitingLetter[];
  letter(organisation: string, submission: string): Uint8Array | null;
  close(): void;
}

export function letterReader(database: DatabaseSync): LetterReader {
  const list = database.prepare(
    `SELECT l.cursor, l.submission, l.organisation, l.digest, length(l.age) AS bytes,
            s.received_at AS receivedAt, s.point, s.point_name AS name, a.at AS acknowledgedAt
     FROM letters l JOIN submissions s ON s.id = l.submission
     LEFT JOIN acknowledgements a ON a.submission = l.submission AND a.organisation = l.organisation
     WHERE l.organisation = ? AND l.cursor > ? ORDER BY l.cursor LIMIT ?`,
  );
  const fetch = database.prepare("SELECT age FROM letters WHERE submission = ? AND organisation = ?");
  return {
    waiting: (...range) => letters.parse(list.all(...range).map(letterIn)),
    letter: (organisation, submission) => {
      const age = fetch.get(submission, organisation)?.age;
      return age instanceof Uint8Array ? age : null;
    },
    close: () => database.close(),
  };
}

function letterIn({ point, name, ...letter }: Readonly<Record<string, unknown>>): unknown {
  return { ...letter, from: point === null ? null : { point, name } };
}
