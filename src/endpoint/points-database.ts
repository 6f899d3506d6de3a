import { DatabaseSync } from "node:sqlite";

const tables = `
  CREATE TABLE IF NOT EXISTS points (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, tier TEXT NOT NULL, settings TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tablets (
    id TEXT PRIMARY KEY, point TEXT NOT NULL REFERENCES points (id),
    token_hash BLOB NOT NULL UNIQUE, next_token_hash BLOB UNIQUE,
    enrolled_at TEXT NOT NULL, revoked_at TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS enrolment_codes (
    hash BLOB PRIMARY KEY, point TEXT NOT NULL REFERENCES points (id), made_at TEXT NOT NULL, expires_at TEXT NOT NULL,
    used_by TEXT REFERENCES tablets (id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS point_events (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, point TEXT NOT NULL, tablet TEXT, event TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS coordinators (
    id TEXT PRIMARY KEY, made_at TEXT NOT NULL, hash BLOB NOT NULL UNIQUE
  ) STRICT;
`;

/** Opens the tables of Connect points. They stand beside those of the accounts: one file to back up for who is let in. */
export function openPoints(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 1000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  database.exec(tables);
  return database;
}
