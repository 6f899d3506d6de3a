import type { DatabaseSync } from "node:sqlite";
import type { Unable } from "./letterbox.ts";

/** Does all of `act` or nothing, and returns only when the disk has it. */
export function inTransaction<T>(database: DatabaseSync, act: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const outcome = act();
    database.exec("COMMIT");
    return outcome;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK"); // SQLite ends the transaction itself after some errors
    throw error;
  }
}

const busy = 5;
const ioError = 10;
const full = 13;

/** What an error of SQLite means for the one who asked; `null` for an error that no waiting mends. */
export function unableAfter(error: unknown): Unable | null {
  if (!(error instanceof Error) || !("errcode" in error)) return null;
  const primary = Number(error.errcode) & 0xff; // the extended code keeps the primary one in its low byte
  if (primary === busy) return { kind: "unable", because: "locked" };
  // A full disk can also show as an I/O error, when the index of the write-ahead log cannot grow.
  if (primary === full || primary === ioError) return { kind: "unable", because: "full" };
  return null;
}
