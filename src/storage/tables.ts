/** The five drawers of what a device holds. What lies in each is described where it is read and written. */
export type Table = "about" | "vault" | "drafts" | "parcels" | "letters";

export type Key = string | number | readonly (string | number)[];

/** Rows between two keys (both included) of an index, or of the table's own key where no index is named. */
export interface Selection {
  readonly index?: "serial" | "queue";
  readonly from?: Key;
  readonly to?: Key;
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

/** Reading and writing inside one transaction. Rows come back as `unknown`: believe them only after a schema. */
export interface Rows {
  get(table: Table, key: Key): Promise<unknown>;
  put(table: Table, row: object): Promise<void>;
  remove(table: Table, key: Key): Promise<void>;
  select(table: Table, selection: Selection): Promise<readonly unknown[]>;
  count(table: Table, selection: Selection): Promise<number>;
}

export type Written<T> =
  | { readonly kind: "done"; readonly value: T }
  /** The device has no room for it; nothing was written. */
  | { readonly kind: "full" }
  /** The database was lost and could not be opened again; nothing was written. */
  | { readonly kind: "failed" };

/**
 * Where rows are kept: on the device, or in memory where the browser allows no more. The work given to `read` and
 * `write` may wait for `Rows` and for nothing else, and may be run a second time when the first one was cut off.
 */
export interface Tables {
  /** Rejects when the database was lost and could not be opened again. */
  read<T>(tables: readonly Table[], work: (rows: Rows) => Promise<T>): Promise<T>;
  /** All of it or nothing. Once it says `done`, a power cut does not undo it. */
  write<T>(tables: readonly Table[], work: (rows: Rows) => Promise<T>): Promise<Written<T>>;
  /** As `write`, but a power cut may undo it: several times faster, for what can be done again without harm. */
  jot<T>(tables: readonly Table[], work: (rows: Rows) => Promise<T>): Promise<Written<T>>;
  close(): void;
}

/** For outcomes that have a word for it: the database was lost while reading. Mistakes of ours are thrown on. */
export function failedIfLost(error: unknown): { readonly kind: "failed" } {
  if (error instanceof DOMException) return { kind: "failed" };
  throw error;
}
