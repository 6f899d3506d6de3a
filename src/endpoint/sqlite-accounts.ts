import { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import type { Accounts, KeptPassphrase, Session, StaffMember, Token } from "./accounts.ts";

const tables = `
  CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, organisation TEXT NOT NULL, made_at TEXT NOT NULL, hash BLOB NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS staff (
    name TEXT PRIMARY KEY, organisation TEXT NOT NULL, made_at TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sessions (
    hash BLOB PRIMARY KEY, name TEXT NOT NULL REFERENCES staff (name) ON DELETE CASCADE,
    started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

const bytes = z.instanceof(Uint8Array);
const tokenRow = z.object({ id: z.string(), organisation: z.string(), madeAt: z.string() });
const staffRow = z.object({ name: z.string(), organisation: z.string(), madeAt: z.string() });
const passphraseRow = z.object({ salt: bytes, hash: bytes });
const organisationRow = z.object({ organisation: z.string() });
const sessionRow = z.object({ name: z.string(), organisation: z.string(), startedAt: z.number(), seenAt: z.number() });

/** Accounts in a file of their own, so that the command line changes them while letters come in. */
export function sqliteAccounts(file: string): Accounts {
  const database = new DatabaseSync(file, { timeout: 1000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  database.exec(tables);
  return { ...tokenAccounts(database), ...staffAccounts(database), ...sessionAccounts(database), close };

  function close(): void {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    database.close();
  }
}

function tokenAccounts(
  database: DatabaseSync,
): Pick<Accounts, "addToken" | "tokens" | "revokeToken" | "organisationOf"> {
  const add = database.prepare("INSERT INTO tokens (id, organisation, made_at, hash) VALUES (?, ?, ?, ?)");
  const list = database.prepare("SELECT id, organisation, made_at AS madeAt FROM tokens WHERE organisation = ?");
  const revoke = database.prepare("DELETE FROM tokens WHERE organisation = ? AND id = ?");
  const find = database.prepare("SELECT organisation FROM tokens WHERE hash = ?");
  return {
    addToken: (token, hash) => void add.run(token.id, token.organisation, token.madeAt, hash),
    tokens: (organisation): readonly Token[] => list.all(organisation).map((row) => tokenRow.parse(row)),
    revokeToken: (organisation, id) => revoke.run(organisation, id).changes === 1,
    organisationOf: (hash) => one(organisationRow, find.get(hash))?.organisation ?? null,
  };
}

function staffAccounts(database: DatabaseSync): Pick<Accounts, "addStaff" | "staff" | "removeStaff" | "passphraseOf"> {
  const add = database.prepare(
    "INSERT INTO staff (name, organisation, made_at, salt, hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const list = database.prepare("SELECT name, organisation, made_at AS madeAt FROM staff WHERE organisation = ?");
  const remove = database.prepare("DELETE FROM staff WHERE organisation = ? AND name = ?");
  const find = database.prepare("SELECT salt, hash FROM staff WHERE name = ?");
  return {
    addStaff: ({ name, organisation, madeAt }, { salt, hash }) =>
      add.run(name, organisation, madeAt, salt, hash).changes === 1,
    staff: (organisation): readonly StaffMember[] => list.all(organisation).map((row) => staffRow.parse(row)),
    removeStaff: (organisation, name) => remove.run(organisation, name).changes === 1,
    passphraseOf: (name): KeptPassphrase | null => one(passphraseRow, find.get(name)),
  };
}

function sessionAccounts(
  database: DatabaseSync,
): Pick<Accounts, "openSession" | "session" | "seen" | "closeSession" | "forgetSessions"> {
  const open = database.prepare("INSERT INTO sessions (hash, name, started_at, seen_at) VALUES (?1, ?2, ?3, ?3)");
  const find = database.prepare(
    `SELECT staff.name, organisation, started_at AS startedAt, seen_at AS seenAt
     FROM sessions JOIN staff ON staff.name = sessions.name WHERE sessions.hash = ?`,
  );
  const see = database.prepare("UPDATE sessions SET seen_at = ?2 WHERE hash = ?1");
  const end = database.prepare("DELETE FROM sessions WHERE hash = ?");
  const forget = database.prepare("DELETE FROM sessions WHERE seen_at < ?");
  return {
    openSession: (hash, name, at) => void open.run(hash, name, at),
    session: (hash): Session | null => one(sessionRow, find.get(hash)),
    seen: (hash, at) => void see.run(hash, at),
    closeSession: (hash) => void end.run(hash),
    forgetSessions: (since) => void forget.run(since),
  };
}

function one<Row>(schema: z.ZodMiniType<Row>, row: unknown): Row | null {
  return row === undefined ? null : schema.parse(row);
}
