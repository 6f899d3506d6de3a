import { DatabaseSync } from "node:sqlite";
import { inTransaction } from "./transaction.ts";

const tablesOfVersion1 = `
  CREATE TABLE submissions (
    id TEXT PRIMARY KEY,
    received_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE letters (
    submission TEXT NOT NULL REFERENCES submissions (id),
    organisation TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    digest TEXT NOT NULL,
    age BLOB NOT NULL,
    UNIQUE (submission, organisation),
    UNIQUE (organisation, cursor)
  ) STRICT;
  CREATE TABLE acknowledgements (
    submission TEXT NOT NULL,
    organisation TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (submission, organisation),
    FOREIGN KEY (submission, organisation) REFERENCES letters (submission, organisation)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * Where a submission came from, as it was when it came: the point's name too, so that a later name does not rewrite what
 * organisations have filed already. All three are there or none is.
 */
const fromPoints = `
  ALTER TABLE submissions ADD COLUMN point TEXT;
  ALTER TABLE submissions ADD COLUMN point_name TEXT;
  ALTER TABLE submissions ADD COLUMN tablet TEXT;
`;

/** What leads from each version to the next one; a new file goes all the way. Columns are added, letters stay as they lie. */
const steps = [tablesOfVersion1, fromPoints];
const version = steps.length;

export interface WriterSettings {
  readonly file: string;
  /** How long a write waits for another process that holds the lock, before it gives up. */
  readonly lockWaitMs: number;
}

/**
 * Opens the letters for writing, makes their tables when the file is new, brings those of an earlier version up to this
 * one in place, and refuses a file of a later version.
 * `synchronous=FULL`: with less, write-ahead logging can lose a commit that was already answered. Checkpoints are the
 * work of another thread, where a commit would wait for them.
 */
export function openForWriting({ file, lockWaitMs }: WriterSettings): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: lockWaitMs });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0");
  prepareTables(database);
  return database;
}

/** A second connection that can read while another writes, waits for a lock, or has no room left on the disk. */
export function openForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: 1000 });
}

function prepareTables(database: DatabaseSync): void {
  const found = inTransaction(database, () => {
    const before = Number(database.prepare("PRAGMA user_version").get()?.user_version);
    if (before < version) database.exec(`${steps.slice(before).join("")} PRAGMA user_version = ${version}`);
    return before;
  });
  if (found > version) throw new Error(`The letters were written by a later version (${found}).`);
}
