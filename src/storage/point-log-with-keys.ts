import { decrypted, encrypted, unwrappedText, wrappedText } from "./ciphers.ts";
import { sameBytes } from "./draft-keys.ts";
import type { Keyring } from "./keyring.ts";
import { monthsIn, textOfMonths, withEntry } from "./month-counts.ts";
import type { MonthCounts, PointEntry, PointLog } from "./point-log.ts";
import { believedLog, type LogRow } from "./records.ts";
import type { Rows, Tables } from "./tables.ts";

interface LogMeans {
  readonly tables: Tables;
  readonly keys: Keyring;
}

/** Nobody adds faster than a person seals reports: so many in a row only lose when something is wrong. */
const patience = 20;

export function pointLogWith(means: LogMeans): PointLog {
  return {
    async add(entry) {
      for (let round = 0; round < patience; round++) {
        const added = await addOnce(means, entry);
        if (added !== "overtaken") return added === "added";
      }
      return false;
    },
    months: async () => (await read(means))?.months ?? [],
  };
}

interface Read {
  readonly sequence: number;
  readonly months: readonly MonthCounts[];
}

/** Null while locked, and for a row that this key does not open: it is never written over. */
async function read({ tables, keys }: LogMeans): Promise<Read | null> {
  const stored = await tables.read(["vault"], (rows) => rows.get("vault", "log"));
  const key = keys.key("point");
  if (key === null) return null;
  if (stored === undefined) return { sequence: 0, months: [] };
  const row = believedLog(stored);
  const plain = row === null ? null : await decrypted(key, row.sealedCounts, boundTo(row.sequence));
  const months = plain === null ? null : monthsIn(unwrappedText(plain));
  return row === null || months === null ? null : { sequence: row.sequence, months };
}

/** Counted up from what was read, and written only if nobody else wrote meanwhile. */
async function addOnce(means: LogMeans, entry: PointEntry): Promise<"added" | "overtaken" | "failed"> {
  const before = await read(means);
  const key = means.keys.key("point");
  if (before === null || key === null) return "failed";
  const sequence = before.sequence + 1;
  const text = textOfMonths(withEntry(before.months, entry));
  const sealedCounts = await encrypted(key, wrappedText(text), boundTo(sequence));
  const written = await means.tables.write(["vault"], (rows) => put(rows, { id: "log", sequence, sealedCounts }));
  return written.kind === "done" ? written.value : "failed";
}

async function put(rows: Rows, row: LogRow): Promise<"added" | "overtaken"> {
  const current = believedLog(await rows.get("vault", "log"));
  if (current !== null && sameBytes(current.sealedCounts, row.sealedCounts)) return "added"; // repeated after a cut-off
  if ((current?.sequence ?? 0) + 1 !== row.sequence) return "overtaken";
  await rows.put("vault", row);
  return "added";
}

function boundTo(sequence: number): string {
  return `log ${sequence}`;
}
