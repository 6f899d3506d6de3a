import { addWorker } from "./add-worker.ts";
import type { Announcer } from "./announcer.ts";
import { unwrapped } from "./draft-keys.ts";
import { isPin, type Pin } from "./pin.ts";
import { believedDraft, believedWorker, type WorkerRow } from "./records.ts";
import { failedIfLost } from "./tables.ts";
import { trySecret } from "./try-secret.ts";
import type { OnProgress, UnlockOutcome } from "./vault.ts";
import { draftsIn, type VaultMeans, workersIn } from "./vault-rows.ts";
import { boundToWorker, keyOfSecret } from "./worker-keys.ts";
import type { PinOutcome, RemoveWorkerOutcome, ShownSecret, Worker, Workers } from "./workers.ts";

export interface WorkersMeans extends VaultMeans {
  readonly announcer: Announcer;
  readonly pin: Pin;
}

export function workersWith(means: WorkersMeans): Workers {
  const { tables, keys, pin, announcer } = means;
  const listeners = new Set<() => void>();
  announcer.onLocked((how) => {
    if (how === "covered" && !keys.isOpen("point")) return; // what is handed over stays with its visitor
    keys.lock();
    if (how === "signedOut") pin.drop();
    for (const listener of listeners) listener();
  });
  function signOut(): void {
    const isSignedIn = keys.isOpen("point") || keys.isHandedOver() || pin.isArmed();
    keys.lock();
    pin.drop();
    if (isSignedIn) announcer.announceLocked("signedOut");
  }
  return {
    list: async () => (await tables.read(["vault"], workersIn)).map(shown).sort(byName),
    add: (name, secret, onProgress = ignore) => addWorker(means, name, secret, onProgress).catch(failedIfLost),
    remove: (id) => remove(means, id).catch(failedIfLost),
    signIn: (id, secret, onProgress = ignore) => signIn(means, id, secret, onProgress).catch(failedIfLost),
    setPin: (digits) => setPin(means, digits),
    pinArmed: pin.isArmed,
    openWithPin: (digits) => openWithPin(means, digits),
    cover() {
      const isOpen = keys.isOpen("point") || keys.isHandedOver();
      keys.lock();
      if (isOpen) announcer.announceLocked("covered");
    },
    signOut,
    onCovered(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    handOver: (draft) => handOver(means, draft),
    async forgetAll() {
      signOut();
      await tables.write(["vault", "drafts"], async (rows) => {
        for (const draft of await draftsIn(rows)) if (draft.lock === "point") await rows.remove("drafts", draft.id);
        for (const { id } of await workersIn(rows)) await rows.remove("vault", id);
        await rows.remove("vault", "log");
      });
      announcer.announceLocked("signedOut"); // whatever another window signed in to meanwhile is no more
    },
  };
}

const ignore = () => undefined;

const byName = (one: Worker, other: Worker): number => one.name.localeCompare(other.name);

function shown({ id, name, opensWith, credential, salt }: WorkerRow): Worker {
  return { id, name, opensWith, credential, salt };
}

async function remove({ tables, keys }: WorkersMeans, id: string): Promise<RemoveWorkerOutcome> {
  if (!keys.isOpen("point")) return { kind: "locked" };
  const written = await tables.write(["vault"], async (rows) => {
    const present = await workersIn(rows);
    if (!present.some((worker) => worker.id === id)) return "removed";
    if (present.length === 1) return "lastOne";
    await rows.remove("vault", id);
    return "removed";
  });
  return { kind: written.kind === "done" ? written.value : "failed" };
}

async function signIn(
  means: WorkersMeans,
  id: string,
  secret: ShownSecret,
  onProgress: OnProgress,
): Promise<UnlockOutcome> {
  const turn = means.keys.turn();
  const toKey = await keyOfSecret(means, secret, onProgress);
  if (toKey === null || means.keys.turn() !== turn) return { kind: "failed" };
  const outcome = await trySecret(means, {
    lock: "point",
    find: async (rows) => {
      const worker = believedWorker(await rows.get("vault", id));
      return worker?.opensWith === secret.kind ? worker : null;
    },
    bound: boundToWorker(id),
    keyOf: ({ salt }) => toKey(salt),
  });
  if (outcome.kind === "unlocked") means.pin.drop();
  return outcome;
}

async function setPin({ keys, pin }: WorkersMeans, digits: string): Promise<boolean> {
  const raw = isPin(digits) ? keys.copyOf("point") : null;
  if (raw === null) return false;
  const turn = keys.turn();
  const armed = await pin.wrap(digits, raw);
  if (keys.turn() !== turn) return false;
  pin.arm(armed);
  return true;
}

async function openWithPin({ keys, pin }: WorkersMeans, digits: string): Promise<PinOutcome> {
  const turn = keys.turn();
  const tried = await pin.open(digits);
  switch (tried.kind) {
    case "gone":
      return tried;
    case "wrong":
      return { kind: "wrongPin", left: tried.left };
    case "right":
      if (keys.turn() === turn) {
        keys.hold("point", tried.raw);
        return { kind: "opened" };
      }
      tried.raw.fill(0);
      return { kind: "covered" };
  }
}

async function handOver({ tables, keys }: WorkersMeans, id: string): Promise<boolean> {
  const turn = keys.turn();
  const draft = believedDraft(await tables.read(["drafts"], (rows) => rows.get("drafts", id)));
  const raw = draft?.lock === "point" ? await unwrapped(keys, draft) : null;
  if (raw === null || raw === "locked") return false;
  if (keys.turn() !== turn) {
    raw.fill(0);
    return false;
  }
  keys.handOver(id, raw);
  return true;
}
