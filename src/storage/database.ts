import { type Migration, migrations } from "./migrations.ts";

const databaseName = "notes";

/** Old windows let go of the database within milliseconds, unless they are frozen or a report is open in them. */
const blockedAfterMs = 2_000;
const noAnswerAfterMs = 10_000;

export interface DatabaseMeans {
  /** Null where the browser has none, or forbids even to ask for it. */
  readonly factory: IDBFactory | null;
  /** While this says so, a newer release in another window has to wait: a report is being written here. */
  readonly busy: () => boolean;
  /** A newer release took the database over. */
  readonly onSuperseded: () => void;
  readonly migrations?: readonly Migration[];
}

export type DatabaseOpening =
  | { readonly kind: "open"; readonly database: IDBDatabase }
  | { readonly kind: "blocked" }
  | { readonly kind: "newer" }
  | { readonly kind: "denied" }
  | { readonly kind: "damaged" }
  | { readonly kind: "noAnswer" };

/** Opens the device's database and brings it up to date. Always answers, if need be with why not, and never throws. */
export function openDatabase(means: DatabaseMeans): Promise<DatabaseOpening> {
  const request = requestOf(means);
  if (request === null) return Promise.resolve({ kind: "denied" });
  return new Promise((resolve) => {
    let answered = false;
    const answer = (opening: DatabaseOpening) => {
      answered = true;
      clearTimeout(noAnswer);
      resolve(opening);
    };
    const noAnswer = setTimeout(() => answer({ kind: "noAnswer" }), noAnswerAfterMs);
    request.onblocked = () => void setTimeout(() => answer({ kind: "blocked" }), blockedAfterMs);
    request.onupgradeneeded = (event) => upgrade(request, event.oldVersion, means.migrations ?? migrations);
    request.onerror = (event) => {
      event.preventDefault(); // Firefox reports an unprevented one as an error of the page
      answer(refusalOf(request.error));
    };
    request.onsuccess = () => {
      const database = request.result;
      if (answered) return database.close(); // too late: the caller has gone on without it
      letGoWhenAsked(database, means);
      answer({ kind: "open", database });
    };
  });
}

function requestOf({ factory, migrations: known = migrations }: DatabaseMeans): IDBOpenDBRequest | null {
  try {
    return factory?.open(databaseName, known.length) ?? null;
  } catch {
    // SecurityError where cookies and site data are switched off.
    return null;
  }
}

function upgrade(request: IDBOpenDBRequest, oldVersion: number, known: readonly Migration[]): void {
  const { result: database, transaction } = request;
  if (transaction === null) return;
  for (const migration of known.slice(oldVersion)) migration(database, transaction);
}

function letGoWhenAsked(database: IDBDatabase, means: DatabaseMeans): void {
  database.onversionchange = () => {
    if (means.busy()) return;
    database.close();
    means.onSuperseded();
  };
}

function refusalOf(error: DOMException | null): DatabaseOpening {
  switch (error?.name) {
    case "VersionError":
      return { kind: "newer" };
    case "SecurityError":
    case "InvalidStateError": // Firefox's private windows before release 115
    case "NotAllowedError":
    case "QuotaExceededError": // not even room for the empty database
      return { kind: "denied" };
    case undefined:
  }
  return { kind: "damaged" };
}
