import type { Announcer } from "./announcer.ts";
import { randomName } from "./ciphers.ts";
import { freeze } from "./freeze.ts";
import { removeLetters, storedLetters } from "./letters.ts";
import type { FreezeOutcome, Outbox, ParcelPage } from "./outbox.ts";
import { allIn, parcelOf, withState } from "./parcel-state.ts";
import { queueOn } from "./queue-on-tables.ts";
import { believedParcel, type ParcelRow, type WaitingReason } from "./records.ts";
import { fresh, releaseRefused } from "./refused.ts";
import { failedIfLost, type Rows, type Selection, type Tables } from "./tables.ts";

/** `onFrozen` is told which draft is no more. */
export function outboxOn(tables: Tables, announcer: Announcer, onFrozen: (draftId: string) => void): Outbox {
  const freezing = new Map<string, Promise<FreezeOutcome>>();
  const change = async (work: (rows: Rows) => Promise<void>) => {
    await tables.write(["parcels", "letters"], work);
    announcer.announce();
  };
  return {
    ...queueOn(tables, announcer),
    freeze(parcel, draftId) {
      const underWay = freezing.get(parcel.id);
      if (underWay !== undefined) return underWay; // two taps, one report
      const begun = freeze(tables, parcel, draftId, randomName())
        .catch(failedIfLost)
        .then((outcome) => {
          if (outcome.kind === "frozen") onFrozen(draftId);
          announcer.announce();
          return outcome;
        })
        .finally(() => freezing.delete(parcel.id));
      freezing.set(parcel.id, begun);
      return begun;
    },
    list: ({ limit, after }) => tables.read(["parcels"], (rows) => page(rows, limit, after)),
    async find(id) {
      const row = await tables.read(["parcels"], (rows) => rows.get("parcels", id));
      return row === undefined ? null : parcelOf(row);
    },
    counts: () =>
      tables.read(["parcels"], async (rows) => ({
        waiting: await rows.count("parcels", allIn("waiting")),
        sending: await rows.count("parcels", allIn("sending")),
        held: await rows.count("parcels", allIn("held")),
        received: await rows.count("parcels", allIn("received")),
      })),
    async letter(id, organisation) {
      const letters = await tables.read(["letters"], (rows) => storedLetters(rows, id));
      return letters.get(organisation) ?? null;
    },
    sendNow: (which) =>
      change(async (rows) => {
        const isMany = which === "all" || which === "unreached";
        for (const row of isMany ? await believed(rows, allIn("waiting")) : await one(rows, which)) {
          if (row.state.kind !== "waiting" || row.state.at === 0) continue;
          if (which === "unreached" && !unreached.includes(row.state.because)) continue;
          await rows.put("parcels", withState(row, { ...row.state, at: 0 }));
        }
      }),
    release: (id) =>
      change(async (rows) => {
        for (const row of await one(rows, id)) {
          if (row.state.kind === "held") await rows.put("parcels", withState(row, fresh));
        }
      }),
    releaseRefused: () => change(releaseRefused),
    markSaved: (ids, at) =>
      change(async (rows) => {
        for (const id of ids) {
          for (const row of await one(rows, id)) await rows.put("parcels", { ...row, savedAt: at });
        }
      }),
    oldestUnsentAt: () =>
      tables.read(["parcels"], async (rows) => {
        const times: number[] = [];
        for (const kind of ["waiting", "sending", "held"] as const) {
          for (const { createdAt } of await believed(rows, allIn(kind))) times.push(createdAt);
        }
        return times.length === 0 ? null : Math.min(...times);
      }),
    remove: (id) =>
      change(async (rows) => {
        for (const row of await one(rows, id)) {
          if (row.state.kind !== "received") continue;
          await removeLetters(rows, row);
          await rows.remove("parcels", id);
        }
      }),
    changes: (callback) => announcer.listen(callback),
  };
}

/** They met no endpoint: with another network they need not wait. Those it asked to wait do. */
const unreached: readonly WaitingReason[] = ["unreachable", "notTheEndpoint"];

async function page(rows: Rows, limit: number, after?: number): Promise<ParcelPage> {
  const upTo = after === undefined ? {} : { to: after - 1 };
  const found = await rows.select("parcels", { index: "serial", newestFirst: true, limit, ...upTo });
  const last = found.at(-1) as { readonly serial: number } | undefined; // its index has only numbers
  const next = found.length === limit && last ? last.serial : null;
  return { parcels: found.map(parcelOf).filter((parcel) => parcel !== null), next };
}

async function one(rows: Rows, id: string): Promise<readonly ParcelRow[]> {
  const row = believedParcel(await rows.get("parcels", id));
  return row === null ? [] : [row];
}

async function believed(rows: Rows, selection: Selection): Promise<readonly ParcelRow[]> {
  const all = await rows.select("parcels", selection);
  return all.map(believedParcel).filter((row) => row !== null);
}
