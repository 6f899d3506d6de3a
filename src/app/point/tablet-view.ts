import type { TicketedDraft } from "../../storage/drafts.ts";
import type { Spoken } from "../../ui/words-context.tsx";
import type { Writing } from "../report/writing.ts";

/** What a Connect point's tablet shows. Each is one page; only in `visit` is there anything of a visitor's. */
export type TabletView =
  /** The browser keeps nothing, or another window holds what it keeps: no tablet to work with. */
  | { readonly kind: "unavailable"; readonly because: "blocked" | "newer" | "inMemory" }
  | { readonly kind: "enrol" }
  /** Nobody is signed in. */
  | { readonly kind: "signIn" }
  /** Every worker has forgotten their passphrase: what would be lost is said before anything is. */
  | { readonly kind: "forgotten" }
  | { readonly kind: "newWorker" }
  | { readonly kind: "choosePin" }
  /** Locked within the day: the PIN opens it. `visit` is what lay open. */
  | { readonly kind: "covered"; readonly visit: string | null }
  | { readonly kind: "home" }
  | { readonly kind: "workers" }
  | { readonly kind: "log" }
  | { readonly kind: "emergency"; readonly back: TabletView }
  /** The languages are chosen, before anything is asked. */
  | { readonly kind: "visitStart"; readonly isAddendum: boolean }
  | { readonly kind: "visit"; readonly visit: Visit }
  /** Sealed: the reference, once. `spoken` is the visitor's language. */
  | { readonly kind: "finished"; readonly id: string; readonly spoken: Spoken };

/** One visitor's report while it lies open. */
export interface Visit {
  readonly ticket: TicketedDraft;
  readonly writing: Writing;
  /** The visitor has the tablet: nothing but this report can be reached until a worker's PIN. */
  readonly handedOver: boolean;
}
