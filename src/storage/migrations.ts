/** Takes a database from one version to the next. Written once, never changed after a release, never loses a row. */
export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** The version of a database is how many of these it went through: append, never insert. */
export const migrations: readonly Migration[] = [fromNothing];

function fromNothing(database: IDBDatabase): void {
  for (const table of ["about", "vault", "drafts"]) database.createObjectStore(table, { keyPath: "id" });
  const parcels = database.createObjectStore("parcels", { keyPath: "id" });
  parcels.createIndex("serial", "serial", { unique: true });
  parcels.createIndex("queue", ["state.kind", "state.at"]);
  database.createObjectStore("letters", { keyPath: ["parcel", "organisation"] });
}
