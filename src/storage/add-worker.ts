import { decrypted, encrypted, randomKey, randomName } from "./ciphers.ts";
import { sameBytes } from "./draft-keys.ts";
import { believedWorker, type StoredBytes, type WorkerRow } from "./records.ts";
import type { Rows, Tables } from "./tables.ts";
import type { OnProgress } from "./vault.ts";
import { type VaultMeans, workersIn } from "./vault-rows.ts";
import { boundToWorker, fingerprintOf, keyOfSecret } from "./worker-keys.ts";
import type { AddWorkerOutcome, WorkerSecret } from "./workers.ts";

/** Puts somebody on the list; see `Workers.add`. */
export async function addWorker(
  means: VaultMeans,
  name: string,
  secret: WorkerSecret,
  onProgress: OnProgress,
): Promise<AddWorkerOutcome> {
  const { tables, keys } = means;
  const turn = keys.turn();
  const toKey = await keyOfSecret(means, secret, onProgress);
  if (toKey === null) return { kind: "failed" };
  const present = await tables.read(["vault"], workersIn);
  if (present.some((worker) => isSameName(worker.name, name))) return { kind: "nameTaken" };
  const isFirst = present.length === 0;
  const vaultKey = isFirst ? randomKey() : keys.copyOf("point");
  if (vaultKey === null) return { kind: "locked" };
  try {
    const worker = await newRow(means, name, secret, vaultKey, toKey);
    if (keys.turn() !== turn) return { kind: "failed" };
    const outcome = await keep(tables, worker, vaultKey, isFirst);
    if (outcome.kind === "added" && isFirst && keys.turn() === turn) keys.hold("point", vaultKey);
    return outcome;
  } finally {
    vaultKey.fill(0);
  }
}

interface Prepared {
  readonly row: WorkerRow;
  readonly key: Promise<CryptoKey>;
}

async function newRow(
  means: VaultMeans,
  name: string,
  secret: WorkerSecret,
  vaultKey: StoredBytes,
  toKey: (salt: StoredBytes) => Promise<CryptoKey>,
): Promise<Prepared> {
  const id = randomName();
  const salt = secret.kind === "passkey" ? secret.salt : crypto.getRandomValues(new Uint8Array(16));
  const key = Promise.resolve(await toKey(salt));
  const row: WorkerRow = {
    id,
    name: name.trim(),
    opensWith: secret.kind,
    credential: secret.kind === "passkey" ? secret.credential : null,
    salt,
    wrappedKey: await encrypted(key, vaultKey, boundToWorker(id)),
    vault: await fingerprintOf(vaultKey),
    addedAt: means.now(),
    tries: 0,
    nextTryAt: 0,
  };
  return { row, key };
}

async function keep(
  tables: Tables,
  worker: Prepared,
  vaultKey: StoredBytes,
  isFirst: boolean,
): Promise<AddWorkerOutcome> {
  const written = await tables.write(["vault"], (rows) => put(rows, worker.row, isFirst));
  if (written.kind !== "done") return written;
  if (written.value !== "added") return { kind: written.value };
  return (await readsBack(tables, worker, vaultKey)) ? { kind: "added", id: worker.row.id } : { kind: "failed" };
}

/** Decided once more inside the transaction: another window may have been faster. */
async function put(rows: Rows, row: WorkerRow, isFirst: boolean): Promise<"added" | "nameTaken" | "locked"> {
  const present = await workersIn(rows);
  if (present.some(({ id }) => id === row.id)) return "added"; // done before a cut-off, now repeated
  if (present.some(({ name }) => isSameName(name, row.name))) return "nameTaken";
  const isOurVault = present.every(({ vault }) => vault === row.vault) && (present.length > 0 || isFirst);
  if (!isOurVault) return "locked"; // it was made, or forgotten and made anew, elsewhere
  await rows.put("vault", row);
  return "added";
}

/** Some browsers accept a row and give another one back: nothing may depend on a key before it was read again. */
async function readsBack(tables: Tables, { row, key }: Prepared, vaultKey: StoredBytes): Promise<boolean> {
  const stored = believedWorker(await tables.read(["vault"], (rows) => rows.get("vault", row.id)));
  const raw = stored === null ? null : await decrypted(key, stored.wrappedKey, boundToWorker(row.id));
  if (raw !== null && sameBytes(raw, vaultKey)) return true;
  await tables.write(["vault"], (rows) => rows.remove("vault", row.id));
  return false;
}

function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().normalize("NFKC").toLocaleLowerCase();
  return plain(one) === plain(other);
}
