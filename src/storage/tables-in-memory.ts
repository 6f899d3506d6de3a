import type { Key, Rows, Selection, Table, Tables } from "./tables.ts";

/** Holds everything until the page closes, for browsers that let a page keep nothing. Same promises but that one. */
export function tablesInMemory(): Tables {
  let kept = emptyTables();
  let last: Promise<unknown> = Promise.resolve();
  /** One transaction after the other, each on a copy that replaces the original only when it went well. */
  function inTurn<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    const turn = last.then(async () => {
      const copy = copyOf(kept);
      const value = await work(rowsIn(copy));
      kept = copy;
      return value;
    });
    last = turn.catch(() => undefined);
    return turn;
  }
  const write: Tables["write"] = async (_tables, work) => ({ kind: "done", value: await inTurn(work) });
  return {
    read: (_tables, work) => inTurn(work),
    write,
    jot: write,
    close: () => undefined,
  };
}

/** As the newest of the migrations has them. */
const indexes = { serial: "serial", queue: ["state.kind", "state.at"] } as const;
const keyOf: Readonly<Record<Table, string | readonly string[]>> = {
  about: "id",
  vault: "id",
  drafts: "id",
  parcels: "id",
  letters: ["parcel", "organisation"],
};

type Contents = Readonly<Record<Table, Map<string, object>>>;

function emptyTables(): Contents {
  return { about: new Map(), vault: new Map(), drafts: new Map(), parcels: new Map(), letters: new Map() };
}

function copyOf(tables: Contents): Contents {
  const { about, vault, drafts, parcels, letters } = tables;
  return {
    about: new Map(about),
    vault: new Map(vault),
    drafts: new Map(drafts),
    parcels: new Map(parcels),
    letters: new Map(letters),
  };
}

function rowsIn(tables: Contents): Rows {
  return {
    get: async (table, key) => tables[table].get(JSON.stringify(key)),
    put: async (table, row) => void tables[table].set(JSON.stringify(read(row, keyOf[table])), row),
    remove: async (table, key) => void tables[table].delete(JSON.stringify(key)),
    select: async (table, selection) => selected(tables[table], table, selection),
    count: async (table, selection) => selected(tables[table], table, selection).length,
  };
}

function selected(rows: ReadonlyMap<string, object>, table: Table, selection: Selection): readonly object[] {
  const path = selection.index ? indexes[selection.index] : keyOf[table];
  const { from, to } = selection;
  const found = [...rows.values()]
    .map((row) => ({ row, key: read(row, path) }))
    .filter(({ key }) => (from === undefined || compare(key, from) >= 0) && (to === undefined || compare(key, to) <= 0))
    .sort((one, other) => (selection.newestFirst ? compare(other.key, one.key) : compare(one.key, other.key)));
  return found.slice(0, selection.limit).map(({ row }) => row);
}

/** What stands at a key path such as `state.at`, or at several of them. */
function read(row: object, path: string | readonly string[]): Key {
  if (typeof path !== "string") return path.map((each) => read(row, each) as string | number);
  let found: unknown = row;
  for (const step of path.split(".")) found = (found as Readonly<Record<string, unknown>>)[step];
  return found as Key;
}

/** The order of IndexedDB for the keys we have: numbers before strings, lists by their members, the shorter first. */
function compare(one: Key, other: Key): number {
  if (typeof one !== "object" || typeof other !== "object") return compareSingle(one, other);
  for (const [place, member] of one.entries()) {
    const against = other[place];
    const order = against === undefined ? 1 : compareSingle(member, against);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compareSingle(one: Key, other: Key): number {
  if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}
