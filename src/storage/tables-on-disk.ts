import type { Key, Rows, Selection, Table, Tables, Written } from "./tables.ts";

/**
 * Keeps rows in IndexedDB. When the operating system closed the database behind our back (iOS does so to a page in the
 * background) it is opened again and the work is done once more, once: so work must come to the same when repeated.
 */
export function tablesOnDisk(first: IDBDatabase, reopen: () => Promise<IDBDatabase | null>): Tables {
  let database = first;
  let reopening: Promise<IDBDatabase | null> | null = null;
  let closed = false;
  async function insteadOf(lost: IDBDatabase): Promise<IDBDatabase | null> {
    if (database !== lost) return database; // somebody else noticed first
    if (closed) return null;
    reopening ??= reopen();
    const again = await reopening;
    reopening = null;
    if (again === null) return null;
    lost.close(); // it may be half alive, and would stand in the way of a newer release
    database = again;
    if (closed) again.close();
    return again;
  }
  async function attempt<T>(mode: Mode, tables: readonly Table[], work: Work<T>): Promise<T> {
    const used = database;
    try {
      return await inTransaction(used, mode, tables, work);
    } catch (error) {
      const again = isLost(error) ? await insteadOf(used) : null;
      if (again === null) throw error;
      return await inTransaction(again, mode, tables, work);
    }
  }
  async function written<T>(mode: Mode, tables: readonly Table[], work: Work<T>): Promise<Written<T>> {
    try {
      return { kind: "done", value: await attempt(mode, tables, work) };
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // a mistake of ours, not of the device
      return { kind: error.name === "QuotaExceededError" ? "full" : "failed" };
    }
  }
  return {
    read: (tables, work) => attempt(reading, tables, work),
    write: (tables, work) => written(writing, tables, work),
    jot: (tables, work) => written(jotting, tables, work),
    close() {
      closed = true;
      database.close();
    },
  };
}

type Work<T> = (rows: Rows) => Promise<T>;

type Mode = readonly [IDBTransactionMode, IDBTransactionOptions];
const reading: Mode = ["readonly", {}];
/** Without "strict" Chromium calls a transaction complete before it is on the disk. */
const writing: Mode = ["readwrite", { durability: "strict" }];
const jotting: Mode = ["readwrite", { durability: "relaxed" }];

/** InvalidStateError: closed before we began. The others: closed under a transaction, in the words of each browser. */
function isLost(error: unknown): boolean {
  return error instanceof DOMException && ["InvalidStateError", "AbortError", "UnknownError"].includes(error.name);
}

async function inTransaction<T>(
  database: IDBDatabase,
  [mode, options]: Mode,
  tables: readonly Table[],
  work: Work<T>,
): Promise<T> {
  const transaction = database.transaction([...tables], mode, options);
  const complete = completionOf(transaction);
  try {
    const value = await work(rowsOf(transaction));
    await complete;
    return value;
  } catch (error) {
    abort(transaction);
    await complete.catch(() => undefined);
    throw transaction.error ?? error;
  }
}

function completionOf(transaction: IDBTransaction): Promise<void> {
  const complete = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("Cut off", "AbortError"));
  });
  complete.catch(() => undefined); // it is waited for later, or the work has failed already
  return complete;
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

function rowsOf(transaction: IDBTransaction): Rows {
  return {
    get: (table, key) => answerTo(transaction.objectStore(table).get(keyFor(key))),
    put: async (table, row) => void (await answerTo(transaction.objectStore(table).put(row))),
    remove: (table, key) => answerTo(transaction.objectStore(table).delete(keyFor(key))),
    select: (table, selection) => {
      const source = sourceOf(transaction, table, selection);
      if (selection.newestFirst) return backwards(source, selection);
      return answerTo<unknown[]>(source.getAll(rangeOf(selection), selection.limit));
    },
    count: (table, selection) => answerTo(sourceOf(transaction, table, selection).count(rangeOf(selection))),
  };
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function sourceOf(transaction: IDBTransaction, table: Table, { index }: Selection): IDBObjectStore | IDBIndex {
  const store = transaction.objectStore(table);
  return index === undefined ? store : store.index(index);
}

/** `getAll` has no direction in the browsers we serve, so the newest rows are walked to one by one. */
function backwards(source: IDBObjectStore | IDBIndex, selection: Selection): Promise<unknown[]> {
  const found: unknown[] = [];
  const request = source.openCursor(rangeOf(selection) ?? null, "prev");
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return resolve(found);
      found.push(cursor.value);
      if (found.length === selection.limit) return resolve(found);
      cursor.continue();
    };
  });
}

function rangeOf({ from, to }: Selection): IDBKeyRange | undefined {
  if (from !== undefined && to !== undefined) return IDBKeyRange.bound(keyFor(from), keyFor(to));
  if (from !== undefined) return IDBKeyRange.lowerBound(keyFor(from));
  return to === undefined ? undefined : IDBKeyRange.upperBound(keyFor(to));
}

function keyFor(key: Key): IDBValidKey {
  return typeof key === "object" ? [...key] : key;
}
