import * as z from "zod/mini";
import type { TextStore } from "./keyring.ts";

const canaryName = "notes";

const note = z.strictObject({ epoch: z.string(), unsent: z.int(), missing: z.int() });

/**
 * A count of the unsent reports kept outside the database, so that a database that was wiped is told from an empty one.
 * Holds that count and the database's name, and nothing else.
 */
export interface Canary {
  /** How many unsent reports were here and are gone: those noted for another database than this one (or for none). */
  missingFrom(epoch: string | null): number;
  note(epoch: string, unsent: number): void;
  /** The person was told about the missing ones; `epoch` is the database we have now. */
  acknowledge(epoch: string): void;
}

export function canary(store: TextStore | null): Canary {
  const read = () => {
    try {
      return note.safeParse(JSON.parse(store?.getItem(canaryName) ?? "null")).data ?? null;
    } catch {
      return null; // not what we wrote
    }
  };
  const write = (next: z.infer<typeof note>) => store?.setItem(canaryName, JSON.stringify(next));
  const missingFrom = (epoch: string | null) => {
    const last = read();
    if (last === null) return 0;
    return last.missing + (last.epoch === epoch ? 0 : last.unsent);
  };
  return {
    missingFrom,
    note: (epoch, unsent) => write({ epoch, unsent, missing: missingFrom(epoch) }),
    acknowledge(epoch) {
      const last = read();
      if (last) write({ epoch, unsent: last.epoch === epoch ? last.unsent : 0, missing: 0 });
    },
  };
}
