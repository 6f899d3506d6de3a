import { begin } from "./begin-draft.ts";
import { randomName } from "./ciphers.ts";
import { unwrapped } from "./draft-keys.ts";
import type { DraftsMeans } from "./draft-means.ts";
import type { DraftSummary, Drafts, TicketedDraft } from "./drafts.ts";
import { openDraft } from "./open-draft.ts";
import { believedDraft, type DraftRow } from "./records.ts";
import { save } from "./save-draft.ts";
import { failedIfLost } from "./tables.ts";
import { draftsIn } from "./vault-rows.ts";

export function draftsWith(means: DraftsMeans): Drafts {
  const { tables, editors, known } = means;
  let last: Promise<unknown> = Promise.resolve();
  const names = new Map<string, string>();
  function letGo(id: string): void {
    known.delete(id);
    editors.release(id);
  }
  return {
    summary: () => summary(means),
    begin: (ticket) => begin(means, ticket).catch(failedIfLost),
    async list() {
      const ticketed = (await tables.read(["drafts"], draftsIn)).map(ticketedDraft).filter((draft) => draft !== null);
      return ticketed.sort((one, other) => one.updatedAt - other.updatedAt);
    },
    async ticketOf(id) {
      const draft = believedDraft(await tables.read(["drafts"], (rows) => rows.get("drafts", id)));
      return draft === null ? null : ticketedDraft(draft);
    },
    open: (id) => openDraft(means, id),
    save(id, text) {
      const turn = last.then(() => save(means, id, text)).catch(failedIfLost);
      last = turn.catch(() => undefined);
      return turn;
    },
    letGo,
    async discard(id) {
      await tables.write(["drafts"], (rows) => rows.remove("drafts", id));
      letGo(id);
    },
    newSubmission: randomName,
    async submissionOf(id, known) {
      const name = names.get(id) ?? known ?? randomName();
      names.set(id, name);
      const written = await tables.write(["drafts"], async (rows) => {
        const draft = believedDraft(await rows.get("drafts", id));
        if (draft === null) return null;
        const submission = draft.submission ?? name;
        await rows.put("drafts", { ...draft, submission });
        return submission;
      });
      if (written.kind === "full") return name; // the same when there is room again, as long as this page lives
      return written.kind === "done" ? written.value : null;
    },
  };
}

async function summary({ tables, keys }: DraftsMeans): Promise<DraftSummary> {
  keys.recallTab();
  const drafts = (await tables.read(["drafts"], draftsIn)).filter(({ ticket }) => ticket === undefined);
  drafts.sort((one, other) => other.updatedAt - one.updatedAt);
  for (const draft of drafts) {
    const { id, updatedAt } = draft;
    const key = await unwrapped(keys, draft);
    if (key !== null && key !== "locked") return { kind: "open", id, kept: draft.lock === "vault", updatedAt };
    if (key === "locked" && draft.lock === "vault") return { kind: "locked", id, updatedAt };
  }
  return { kind: "none" };
}

function ticketedDraft({ id, ticket, updatedAt }: DraftRow): TicketedDraft | null {
  return ticket === undefined ? null : { id, ...ticket, updatedAt };
}
