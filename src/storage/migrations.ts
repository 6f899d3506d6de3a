/** Takes a database from one version to the next. Written once, never changed after a release, never loses a row. */
export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** The version of a database is how many of these it went through: append, never insert. */
export const migrations: readonly Migration[] = [fromNothing, withTablets];

function fromNothing(database: IDBDatabase): void {
  for (const table of ["about", "vault", "drafts"]) database.createObjectStore(table, { keyPath: "id" });
  const parcels = database.createObjectStore("parcels", { keyPath: "id" });
  parcels.createIndex("serial", "serial", { unique: true });
  parcels.createIndex("queue", ["state.kind", "state.at"]);
  database.createObjectStore("letters", { keyPath: ["parcel", "organisation"] });
}

/**
 * Rows may hold what a Connect point's tablet needs from here on. Nothing moves: only the number changes, so that an older
 * release says that a newer one is needed, instead of taking such rows for damaged ones.
 */
function withTablets(): void {}
