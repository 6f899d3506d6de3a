import { encrypted, keyFrom, wrappedText } from "./ciphers.ts";
import { sameBytes, unwrapped } from "./draft-keys.ts";
import { boundTo, type DraftsMeans, leaseOf } from "./draft-means.ts";
import type { SaveOutcome } from "./drafts.ts";
import { believedDraft, type DraftRow, type StoredBytes } from "./records.ts";
import type { Rows } from "./tables.ts";

/** Encrypts and stores what a draft now says; see `Drafts.save`. Never two at once for the same draft. */
export async function save(means: DraftsMeans, id: string, text: string): Promise<SaveOutcome> {
  const outcome = await attempt(means, id, text);
  // The passphrase was chosen between reading the row and using its key: the row names the other lock by now.
  return outcome.kind === "locked" ? attempt(means, id, text) : outcome;
}

async function attempt(means: DraftsMeans, id: string, text: string): Promise<SaveOutcome> {
  const { tables, keys, known, now } = means;
  const draft = believedDraft(await tables.read(["drafts"], (rows) => rows.get("drafts", id)));
  if (draft === null) return { kind: "gone" };
  const sequence = (known.get(id) ?? Number.NaN) + 1;
  if (draft.sequence + 1 !== sequence) return { kind: "elsewhere" };
  const raw = await unwrapped(keys, draft);
  if (raw === null || raw === "locked") return { kind: "locked" };
  const sealedText = await encrypted(keyFrom(raw), wrappedText(text), boundTo(id, sequence));
  raw.fill(0);
  const at = now();
  const change = { id, sequence, sealedText, updatedAt: at, editor: leaseOf(means) };
  const written = await tables.write(["drafts"], (rows) => put(rows, change));
  if (written.kind !== "done") return written;
  if (written.value !== "saved") return { kind: written.value };
  known.set(id, sequence);
  return { kind: "saved", at };
}

type Change = Pick<DraftRow, "id" | "sequence" | "sealedText" | "updatedAt" | "editor">;

async function put(rows: Rows, change: Change): Promise<"saved" | "gone" | "elsewhere"> {
  const current = believedDraft(await rows.get("drafts", change.id));
  if (current === null) return "gone";
  if (isRepeated(current, change.sealedText)) return "saved";
  if (current.sequence + 1 !== change.sequence) return "elsewhere";
  await rows.put("drafts", { ...current, ...change });
  return "saved";
}

/** The work was done already before the database was lost and opened again. */
function isRepeated(current: DraftRow, sealedText: StoredBytes): boolean {
  return sameBytes(current.sealedText, sealedText);
}
