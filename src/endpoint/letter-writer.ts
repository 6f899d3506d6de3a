import type { DatabaseSync } from "node:sqlite";
import type { Acknowledged, Arrival, Kept, Unable } from "./letterbox.ts";
import { inTransaction, unableAfter } from "./transaction.ts";

/** All that changes letters, on one connection, each call one transaction. It blocks its thread until the disk has it. */
export interface LetterWriter {
  /** Keeps many arrivals in one transaction and answers each in its place. */
  keepAll(arrivals: readonly Arrival[]): readonly Kept[];
  acknowledge(organisation: string, submission: string, at: string): Acknowledged;
  /** Whether a transaction can begin. */
  ready(): boolean;
  /** Folds the write-ahead log into the file and closes it. */
  close(): void;
}

export function letterWriter(database: DatabaseSync): LetterWriter {
  const keep = keeping(database);
  const acknowledge = acknowledging(database);
  return {
    keepAll: (arrivals) => {
      const all = orUnable(() => inTransaction(database, () => arrivals.map(keep)));
      return "kind" in all ? arrivals.map(() => all) : all;
    },
    acknowledge: (...letter) => orUnable(() => inTransaction(database, () => acknowledge(...letter))),
    ready: () => !("kind" in orUnable(() => inTransaction(database, () => ({})))),
    close: () => {
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      database.close();
    },
  };
}

function keeping(database: DatabaseSync): (arrival: Arrival) => Kept {
  const known = database.prepare("SELECT received_at AS at FROM submissions WHERE id = ?");
  const digests = database.prepare("SELECT organisation, digest FROM letters WHERE submission = ?");
  const addSubmission = database.prepare(
    "INSERT INTO submissions (id, received_at, point, point_name, tablet) VALUES (?, ?, ?, ?, ?)",
  );
  const addLetter = database.prepare(
    `INSERT INTO letters (submission, organisation, cursor, digest, age)
     VALUES (?, ?2, (SELECT coalesce(max(cursor), 0) + 1 FROM letters WHERE organisation = ?2), ?, ?)`,
  );
  return (arrival) => {
    const receivedAt = known.get(arrival.submission)?.at;
    if (receivedAt !== undefined) {
      const same = sameLetters(digests.all(arrival.submission), arrival);
      return same ? { kind: "kept", receivedAt: String(receivedAt) } : { kind: "differentBytes" };
    }
    const { point = null, name = null, tablet = null } = arrival.from ?? {};
    addSubmission.run(arrival.submission, arrival.receivedAt, point, name, tablet);
    for (const { organisation, digest, age } of arrival.letters)
      addLetter.run(arrival.submission, organisation, digest, age);
    return { kind: "kept", receivedAt: arrival.receivedAt };
  };
}

function sameLetters(rows: readonly Record<string, unknown>[], { letters }: Arrival): boolean {
  const named = new Map(rows.map((row) => [row.organisation, row.digest]));
  return named.size === letters.length && letters.every((letter) => named.get(letter.organisation) === letter.digest);
}

function acknowledging(database: DatabaseSync): (organisation: string, submission: string, at: string) => Acknowledged {
  const find = database.prepare("SELECT 1 FROM letters WHERE submission = ? AND organisation = ?");
  const add = database.prepare(
    "INSERT INTO acknowledgements (submission, organisation, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  return (organisation, submission, at) => {
    if (find.get(submission, organisation) === undefined) return { kind: "noSuchLetter" };
    add.run(submission, organisation, at);
    return { kind: "acknowledged" };
  };
}

function orUnable<T>(act: () => T): T | Unable {
  try {
    return act();
  } catch (error) {
    const unable = unableAfter(error); // a lock or a full disk is an ordinary answer; anything else is a fault
    if (unable === null) throw error;
    return unable;
  }
}
