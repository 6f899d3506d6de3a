export type DraftSummary =
  | { readonly kind: "none" }
  /** Can be opened here without asking. */
  | { readonly kind: "open"; readonly id: string; readonly kept: boolean; readonly updatedAt: number }
  /** Kept, and the vault is locked. */
  | { readonly kind: "locked"; readonly id: string; readonly updatedAt: number };

export type BeginOutcome =
  | { readonly kind: "begun"; readonly id: string }
  | { readonly kind: "full" }
  | { readonly kind: "failed" };

export type OpenDraftOutcome =
  /** An empty text when nothing was saved since it was begun. */
  | { readonly kind: "opened"; readonly text: string }
  | { readonly kind: "locked" }
  /** Another window is editing it. */
  | { readonly kind: "elsewhere" }
  /** Its bytes or its key do not fit any more, or its tab has ended; it can only be discarded. */
  | { readonly kind: "broken" }
  | { readonly kind: "gone" };

export type SaveOutcome =
  | { readonly kind: "saved"; readonly at: number }
  /** Locked since: open it again first. */
  | { readonly kind: "locked" }
  /** Another window saved it since this one opened it, or it was never opened here. */
  | { readonly kind: "elsewhere" }
  /** It was sealed or discarded. */
  | { readonly kind: "gone" }
  | { readonly kind: "full" }
  | { readonly kind: "failed" };

/** A visitor's report on a tablet, as far as it can be told while locked. `worker` is the id of who began it. */
export interface TicketedDraft {
  readonly id: string;
  /** Counts up from 1 on each civil day of Europe/London. */
  readonly number: number;
  readonly worker: string;
  readonly startedAt: number;
  readonly updatedAt: number;
}

/** Reports being written. The text is whatever JSON the caller gives; it is never stored in clear. */
export interface Drafts {
  /** The newest draft that this tab could go on with. Never one with a ticket: those are another visitor's, see `list`. */
  summary(): Promise<DraftSummary>;
  /**
   * Begins an empty draft with this tab as its editor. Kept if the vault is unlocked, else it ends with the tab. With a
   * ticket it is a visitor's on a tablet: `failed` unless a worker is signed in.
   */
  begin(ticket?: { readonly worker: string }): Promise<BeginOutcome>;
  /** All drafts with a ticket, the one that was not touched for longest first. Needs no key. */
  list(): Promise<readonly TicketedDraft[]>;
  /** Null for a draft without a ticket, or none at all. */
  ticketOf(id: string): Promise<TicketedDraft | null>;
  /** Opens a draft and makes this tab its only editor. */
  open(id: string): Promise<OpenDraftOutcome>;
  save(id: string, text: string): Promise<SaveOutcome>;
  /** This window edits it no more: another one may open it, and it stands in no newer release's way. */
  letGo(id: string): void;
  discard(id: string): Promise<void>;
  /** A submission id for a report whose draft has no room yet: pass it to `submissionOf` when there is a draft. */
  newSubmission(): string;
  /** The submission id this draft will be sealed under: chosen once, the same however often it is asked. */
  submissionOf(id: string, known?: string): Promise<string | null>;
}
