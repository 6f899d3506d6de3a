import type { Announcer, LockedHow } from "../../src/storage/announcer.ts";
import { draftsWith } from "../../src/storage/drafts-with-keys.ts";
import { editors } from "../../src/storage/editors.ts";
import { keyring } from "../../src/storage/keyring.ts";
import { pinInMemory } from "../../src/storage/pin.ts";
import { pointLogWith } from "../../src/storage/point-log-with-keys.ts";
import { pointOn } from "../../src/storage/point-on-tables.ts";
import type { StoredBytes } from "../../src/storage/records.ts";
import type { Tables } from "../../src/storage/tables.ts";
import { tablesInMemory } from "../../src/storage/tables-in-memory.ts";
import type { Stretch } from "../../src/storage/vault-rows.ts";
import { vaultWith } from "../../src/storage/vault-with-keys.ts";
import type { WorkerSecret } from "../../src/storage/workers.ts";
import { workersWith } from "../../src/storage/workers-with-keys.ts";
import { textStore } from "./text-store.ts";

/** Quick instead of slow; the real one is tried in the browser's tests. */
export const quickStretch: Stretch = async (passphrase, salt) => {
  const bytes = new Uint8Array([...salt, ...new TextEncoder().encode(passphrase)]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
};

export const passphrase = (words: string) => ({ kind: "passphrase", passphrase: words }) as const;

export function passkey(seed: number): Extract<WorkerSecret, { kind: "passkey" }> {
  const bytes = (length: number, value: number): StoredBytes => new Uint8Array(length).fill(value);
  return { kind: "passkey", credential: bytes(16, seed), output: bytes(32, seed), salt: bytes(32, seed + 100) };
}

/** A Connect point's tablet on paper, and as many windows of it as a test opens. */
export function tablet(tables: Tables = tablesInMemory()) {
  const time = { now: Date.parse("2026-11-23T10:00:00Z") };
  const stretching: { stretch: Stretch | null } = { stretch: quickStretch };
  const now = () => time.now;
  const hub = new Set<{ hear: (how: LockedHow) => void }>();
  function announcer(): Announcer {
    const ear = { hear: (_: LockedHow): void => undefined };
    hub.add(ear);
    return {
      announce: () => undefined,
      listen: () => () => undefined,
      announceLocked(how) {
        for (const other of hub) if (other !== ear) other.hear(how);
      },
      onLocked(callback) {
        ear.hear = callback;
      },
      close: () => void hub.delete(ear),
    };
  }
  function openWindow(session = textStore()) {
    const keys = keyring(session);
    const means = { tables, keys, now, loadStretch: async () => stretching.stretch };
    const announcing = announcer();
    const known = new Map<string, number>();
    return {
      keys,
      vault: vaultWith(means),
      drafts: draftsWith({ tables, keys, now, known, editors: editors(null), tab: "a tab", locksHold: true }),
      workers: workersWith({ ...means, announcer: announcing, pin: pinInMemory() }),
      log: pointLogWith({ tables, keys }),
      point: pointOn(tables, announcing),
    };
  }
  return { tables, time, stretching, openWindow };
}

export type Window = ReturnType<ReturnType<typeof tablet>["openWindow"]>;

/** The first worker of a tablet, signed in; returns their id. */
export async function firstWorker({ workers }: Window, name = "Amina", words = "plum ladder seven"): Promise<string> {
  const added = await workers.add(name, passphrase(words));
  if (added.kind !== "added") throw new Error(added.kind);
  return added.id;
}

/** A visitor's draft with this text; returns its id. */
export async function visitorSaying({ drafts }: Window, text: string, worker = "a worker"): Promise<string> {
  const begun = await drafts.begin({ worker });
  if (begun.kind !== "begun") throw new Error(begun.kind);
  await drafts.save(begun.id, text);
  return begun.id;
}
