import type { Announcer } from "./announcer.ts";
import { randomName } from "./ciphers.ts";
import { intact, removeLetters, storedLetters } from "./letters.ts";
import type { Queue } from "./outbox.ts";
import { allIn, dueSelections, isFree, longestWaitMs, settledState, withState } from "./parcel-state.ts";
import { believedParcel, type ParcelRow, type StoredBytes, type StoredState } from "./records.ts";
import type { Rows, Tables } from "./tables.ts";

/**
 * Who sends what, decided inside one transaction each, so that no two senders can both be given the same parcel. What a
 * power cut undoes here is sent once more, and the endpoint answers with the same receipt.
 */
export function queueOn(tables: Tables, announcer: Announcer): Queue {
  const settle: Queue["settle"] = async (leased, step) => {
    await tables.jot(["parcels", "letters"], async (rows) => {
      const row = believedParcel(await rows.get("parcels", leased.id));
      const state = row === null ? null : settledState(row.state, leased.token, step);
      if (row === null || state === null) return;
      await rows.put("parcels", withState(row, state));
      if (state.kind === "received") await removeLetters(rows, row); // the receipt is verified: they are there
    });
    announcer.announce();
  };
  return {
    due: (now, limit) => tables.read(["parcels"], (rows) => due(rows, now, limit)),
    nextDueAt: (now) => tables.read(["parcels"], (rows) => nextDueAt(rows, now)),
    settle,
    async lease(id, now, until) {
      const token = randomName();
      const leased = await tables.jot(["parcels", "letters"], (rows) => lease(rows, { id, token, now, until }));
      if (leased.kind !== "done" || leased.value === null) return null;
      announcer.announce();
      const { row, attempt, found } = leased.value;
      const letters = await intact(row, found);
      const { fromPoint = false } = row;
      if (letters !== null) return { id, token, attempt, fromPoint, letters };
      await settle({ id, token, attempt: 0, fromPoint, letters: [] }, { kind: "held", because: "damaged" });
      return null;
    },
    async reclaim() {
      await tables.jot(["parcels"], async (rows) => {
        for (const row of (await rows.select("parcels", allIn("sending"))).map(believedParcel)) {
          if (row?.state.kind === "sending") await rows.put("parcels", withState(row, backToWaiting(row.state)));
        }
      });
    },
  };
}

async function due(rows: Rows, now: number, limit: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const selection of dueSelections(now)) {
    const found = await rows.select("parcels", { ...selection, limit: limit - ids.length });
    for (const row of found.map(believedParcel)) if (row) ids.push(row.id);
    if (ids.length >= limit) break;
  }
  return ids;
}

interface Wish {
  readonly id: string;
  readonly token: string;
  readonly now: number;
  readonly until: number;
}

interface Found {
  readonly row: ParcelRow;
  readonly attempt: number;
  readonly found: ReadonlyMap<string, StoredBytes>;
}

async function lease(rows: Rows, wish: Wish): Promise<Found | null> {
  const row = believedParcel(await rows.get("parcels", wish.id));
  if (row === null || (row.state.kind !== "waiting" && row.state.kind !== "sending")) return null;
  const { attempt } = row.state;
  const isOurs = row.state.kind === "sending" && row.state.token === wish.token; // done before a cut-off, now repeated
  if (!isOurs && !isFree(row.state, wish.now)) return null;
  await rows.put("parcels", withState(row, { kind: "sending", at: wish.until, attempt, token: wish.token }));
  return { row, attempt, found: await storedLetters(rows, wish.id) };
}

function backToWaiting({ attempt }: Extract<StoredState, { kind: "sending" }>): StoredState {
  return { kind: "waiting", at: 0, attempt, because: "unreachable" };
}

async function nextDueAt(rows: Rows, now: number): Promise<number | null> {
  const next: number[] = [];
  for (const kind of ["waiting", "sending"] as const) {
    const [first] = await rows.select("parcels", { ...allIn(kind), limit: 1 });
    const [last] = await rows.select("parcels", { ...allIn(kind), newestFirst: true, limit: 1 });
    for (const row of [first, last].map(believedParcel)) {
      if (row) next.push(row.state.at >= now + longestWaitMs ? now : row.state.at);
    }
  }
  return next.length === 0 ? null : Math.min(...next);
}
