import { encrypted, keyFrom, randomKey, randomName, wrappedText } from "./ciphers.ts";
import { sameBytes, unwrapped, wrappedFor } from "./draft-keys.ts";
import { boundTo, type DraftsMeans, leaseOf } from "./draft-means.ts";
import type { BeginOutcome } from "./drafts.ts";
import type { Lock } from "./keyring.ts";
import { believedDraft, type DraftRow, type StoredBytes } from "./records.ts";
import { nextNumber } from "./ticket-numbers.ts";
import { draftsIn } from "./vault-rows.ts";

/** Makes a draft with a key of its own; see `Drafts.begin`. */
export function begin(means: DraftsMeans, ticket?: { readonly worker: string }): Promise<BeginOutcome> {
  return means.keys.alone(() => beginUnderLock(means, ticket));
}

async function beginUnderLock(means: DraftsMeans, ticket?: { readonly worker: string }): Promise<BeginOutcome> {
  const { tables, keys, editors, known, now } = means;
  const lock = lockFor(means, ticket !== undefined);
  if (lock === "tab") keys.ensureTab();
  const id = randomName();
  const raw = randomKey();
  const sealedText = await encrypted(keyFrom(raw), wrappedText(""), boundTo(id, 0));
  const wrappedKey = await wrappedFor(keys, lock, id, raw);
  if (wrappedKey === null || !(await editors.hold(id, 0))) return { kind: "failed" };
  const startedAt = now();
  const row: DraftRow = {
    id,
    sequence: 0,
    updatedAt: startedAt,
    lock,
    wrappedKey,
    sealedText,
    submission: null,
    editor: leaseOf(means),
  };
  const written = await tables.write(["about", "drafts"], async (rows) => {
    if (ticket === undefined) return rows.put("drafts", row);
    const number = await nextNumber(rows, startedAt);
    return rows.put("drafts", { ...row, ticket: { number, worker: ticket.worker, startedAt } });
  });
  const good = written.kind === "done" && (await readsBack(means, id, raw));
  raw.fill(0);
  if (!good) {
    editors.release(id);
    return { kind: written.kind === "full" ? "full" : "failed" };
  }
  known.set(id, 0);
  await sweep(means);
  return { kind: "begun", id };
}

function lockFor({ keys }: DraftsMeans, ticketed: boolean): Lock {
  if (ticketed) return "point";
  return keys.isOpen("vault") ? "vault" : "tab";
}

/** Some browsers accept a row and give another one back: not a word may be written under a key that cannot be read. */
async function readsBack({ tables, keys }: DraftsMeans, id: string, raw: StoredBytes): Promise<boolean> {
  const row = await tables.read(["drafts"], (rows) => rows.get("drafts", id));
  const draft = believedDraft(row);
  const key = draft === null ? null : await unwrapped(keys, draft);
  if (key !== null && key !== "locked" && sameBytes(key, raw)) return true;
  await tables.write(["drafts"], (rows) => rows.remove("drafts", id));
  return false;
}

/** So many drafts of other tabs are left alone: one that crashed may be brought back, and its key with it. */
const othersLeft = 3;

/** Drafts whose tab has ended can be read by nobody. They are cleared away one day, never while a tab holds them. */
async function sweep(means: DraftsMeans): Promise<void> {
  const { tables, editors } = means;
  const others: DraftRow[] = [];
  for (const draft of await tables.read(["drafts"], draftsIn)) {
    if (draft.lock === "tab" && (await unwrapped(means.keys, draft)) === null) others.push(draft);
  }
  others.sort((one, other) => other.updatedAt - one.updatedAt);
  for (const { id } of others.slice(othersLeft)) {
    if (!(await editors.hold(id, 0))) continue;
    await tables.write(["drafts"], (rows) => rows.remove("drafts", id));
    editors.release(id);
  }
}
