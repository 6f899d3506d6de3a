import { decrypted, encrypted, keyFrom, randomKey } from "./ciphers.ts";
import { sameBytes, unwrapped } from "./draft-keys.ts";
import { believedDraft, type DraftRow, type StoredBytes, type VaultRow } from "./records.ts";
import type { Rows, Tables } from "./tables.ts";
import type { KeepOutcome, OnProgress } from "./vault.ts";
import { draftsIn, readVault, type VaultMeans } from "./vault-rows.ts";

/** Chooses a passphrase; see `Vault.keep`. */
export async function keep(means: VaultMeans, passphrase: string, onProgress: OnProgress): Promise<KeepOutcome> {
  const turn = means.keys.turn();
  const untilDropped = means.keys.untilDropped();
  const stretch = await means.loadStretch();
  if (stretch === null) return { kind: "failed" };
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const passphraseKey = keyFrom(await stretch(passphrase, salt, onProgress, untilDropped));
  return means.keys.alone(() => moveUnder(passphraseKey, salt, turn, means));
}

/** Makes the vault's key, and gives up the tab's for it. */
async function moveUnder(
  passphraseKey: Promise<CryptoKey>,
  salt: StoredBytes,
  turn: number,
  means: VaultMeans,
): Promise<KeepOutcome> {
  const { tables, keys } = means;
  const vaultKey = randomKey();
  const wrappedKey = await encrypted(passphraseKey, vaultKey, "vault");
  const row: VaultRow = { id: "vault", salt, wrappedKey, tries: 0, nextTryAt: 0 };
  const moves = await movesInto(keyFrom(vaultKey), means);
  if (keys.turn() !== turn) return { kind: "failed" };
  const written = await tables.write(["vault", "drafts"], async (rows) => {
    if ((await readVault(rows)) !== null) return "alreadyKept";
    await rows.put("vault", row);
    for (const { draft, wrapped } of moves) await move(rows, draft, wrapped);
    return "kept";
  });
  if (written.kind !== "done" || written.value === "alreadyKept") {
    return { kind: written.kind === "done" ? "alreadyKept" : written.kind };
  }
  if (!(await readsBack(tables, passphraseKey, vaultKey))) return undo(means, moves);
  if (keys.turn() === turn) keys.hold("vault", vaultKey);
  keys.endTab();
  return { kind: "kept" };
}

interface Move {
  readonly draft: DraftRow;
  readonly wrapped: StoredBytes;
}

/** This tab's drafts with their keys wrapped anew: what was typed is not encrypted a second time. */
async function movesInto(vaultKey: Promise<CryptoKey>, { tables, keys }: VaultMeans): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const draft of await tables.read(["drafts"], draftsIn)) {
    const raw = draft.lock === "tab" ? await unwrapped(keys, draft) : null;
    if (raw === null || raw === "locked") continue;
    moves.push({ draft, wrapped: await encrypted(vaultKey, raw, `key of ${draft.id}`) });
  }
  return moves;
}

/** Only the key moves: the text may have been saved again since. */
async function move(rows: Rows, draft: DraftRow, wrapped: StoredBytes): Promise<void> {
  const current = believedDraft(await rows.get("drafts", draft.id));
  if (current === null || !sameBytes(current.wrappedKey, draft.wrappedKey)) return;
  await rows.put("drafts", { ...current, lock: "vault", wrappedKey: wrapped });
}

/** Some browsers accept a row and give another one back: nothing may depend on a key before it was read again. */
async function readsBack(tables: Tables, passphraseKey: Promise<CryptoKey>, vaultKey: StoredBytes): Promise<boolean> {
  const row = await tables.read(["vault"], readVault);
  const raw = row === null ? null : await decrypted(passphraseKey, row.wrappedKey, "vault");
  return raw !== null && sameBytes(raw, vaultKey);
}

async function undo({ tables }: VaultMeans, moves: readonly Move[]): Promise<KeepOutcome> {
  await tables.write(["vault", "drafts"], async (rows) => {
    await rows.remove("vault", "vault");
    for (const { draft } of moves) {
      const current = believedDraft(await rows.get("drafts", draft.id));
      if (current) await rows.put("drafts", { ...current, lock: "tab", wrappedKey: draft.wrappedKey });
    }
  });
  return { kind: "failed" };
}
