import { decrypted, keyFrom, unwrappedText } from "./ciphers.ts";
import { unwrapped } from "./draft-keys.ts";
import { boundTo, type DraftsMeans, isLeasedElsewhere, leaseOf } from "./draft-means.ts";
import type { OpenDraftOutcome } from "./drafts.ts";
import { believedDraft, type DraftRow } from "./records.ts";

/** After a reload the browser takes a moment to give back the lock of the page before. */
const lockPatienceMs = 1_000;

/** Opens a draft for writing; see `Drafts.open`. */
export async function openDraft(means: DraftsMeans, id: string): Promise<OpenDraftOutcome> {
  const { tables, keys, editors, known } = means;
  keys.recallTab();
  const stored = await tables.read(["drafts"], (rows) => rows.get("drafts", id));
  if (stored === undefined) return { kind: "gone" };
  const draft = believedDraft(stored);
  if (draft === null) return { kind: "broken" };
  if (isLeasedElsewhere(means, draft) || !(await editors.hold(id, lockPatienceMs))) return { kind: "elsewhere" };
  const outcome = await read(means, draft);
  if (outcome.kind !== "opened") {
    editors.release(id);
    return outcome;
  }
  known.set(id, draft.sequence);
  await tables.write(["drafts"], async (rows) => {
    const current = believedDraft(await rows.get("drafts", id));
    if (current) await rows.put("drafts", { ...current, editor: leaseOf(means) });
  });
  return outcome;
}

async function read({ keys }: DraftsMeans, draft: DraftRow): Promise<OpenDraftOutcome> {
  const raw = await unwrapped(keys, draft);
  if (raw === "locked" && draft.lock !== "tab") return { kind: "locked" };
  if (raw === null || raw === "locked") return { kind: "broken" };
  const plain = await decrypted(keyFrom(raw), draft.sealedText, boundTo(draft.id, draft.sequence));
  raw.fill(0);
  return plain === null ? { kind: "broken" } : { kind: "opened", text: unwrappedText(plain) };
}
