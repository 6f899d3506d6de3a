import * as z from "zod/mini";
import { answers as answersSchema } from "../../report/answers-schema.ts";
import { type DraftSaver, draftSaver } from "../../storage/draft-saver.ts";
import type { DraftSummary, SaveOutcome } from "../../storage/drafts.ts";
import type { DeviceStorage } from "../../storage/storage.ts";
import { device } from "../device.ts";
import type { Report } from "./report.ts";

/** What a draft holds besides its keys: the report and the language it is being written in. */
export interface Draft {
  readonly report: Report;
  readonly language: string;
  /** The second language on the screen, where somebody fills it in for somebody else. */
  readonly beside?: string | undefined;
}

z.config({ jitless: true }); // the page's policy forbids code made of strings

const draftSchema = z.strictObject({
  version: z.literal(1),
  language: z.string().check(z.maxLength(35)),
  beside: z.optional(z.string().check(z.maxLength(35))),
  report: z.strictObject({
    answers: answersSchema,
    depth: z.enum(["short", "full"]),
    addendumTo: z.optional(z.string().check(z.maxLength(20))),
    seen: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200)),
    step: z.union([
      z.strictObject({ kind: z.literal("question"), id: z.string().check(z.maxLength(60)) }),
      z.strictObject({ kind: z.enum(["passphrase", "depth", "check"]) }),
    ]),
  }),
});

export type Resumed =
  | { readonly kind: "resumed"; readonly draft: Draft }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "locked" }
  /** It cannot be read any more, or was sealed or discarded meanwhile. */
  | { readonly kind: "gone" };

export type KeepingOutcome =
  | { readonly kind: "ready"; readonly keeping: Keeping }
  | { readonly kind: "blocked" }
  | { readonly kind: "newer" };

/** Keeps the report that is being written on this device, locked, from its first keystroke. */
export interface Keeping {
  readonly storage: DeviceStorage;
  /** Nothing can be kept on this device: it all ends with the page. */
  readonly inMemory: boolean;
  readonly unfinished: () => Promise<DraftSummary>;
  readonly resume: (id: string) => Promise<Resumed>;
  /** Cheap enough for an input event. The draft is asked for when it is written, shortly after. */
  readonly changed: (draft: () => Draft) => void;
  readonly flush: () => Promise<SaveOutcome | null>;
  /** The draft being written, once there is one. */
  readonly draftId: () => string | null;
  /** The id to seal this report under, also where no draft of it has room; null for a draft that is gone. */
  readonly submission: () => Promise<string | null>;
  /** From now on the draft ends with the tab: what was kept under a password is deleted, the answers here stay. */
  readonly endKeeping: () => Promise<void>;
  /** Forgets which draft is being written: it was sealed, locked or deleted. */
  readonly letGo: () => void;
}

export interface KeepingMeans {
  /** Told after every save how it went. */
  readonly onSaved: (outcome: SaveOutcome) => void;
}

interface KeptIn extends KeepingMeans {
  readonly storage: DeviceStorage;
  readonly inMemory: boolean;
  /** A draft that was begun already, with this window as its editor. */
  readonly draftId?: string;
}

/** Opens what the device keeps. */
export async function openKeeping({ onSaved }: KeepingMeans): Promise<KeepingOutcome> {
  const opening = await device();
  switch (opening.kind) {
    case "blocked":
    case "newer":
      return opening;
    case "open":
    case "inMemory":
      return {
        kind: "ready",
        keeping: keepingIn({ storage: opening.storage, inMemory: opening.kind === "inMemory", onSaved }),
      };
  }
}

/** Keeps one report in storage that is open already. */
export function keepingIn({ storage, inMemory, onSaved, draftId }: KeptIn): Keeping {
  let id: string | null = draftId ?? null;
  let submission: string | undefined;
  let saver: DraftSaver = newSaver();
  function newSaver(): DraftSaver {
    return draftSaver({
      save: async (text) => {
        if (id === null) {
          if (draftId !== undefined) return { kind: "locked" }; // let go for good: what comes late begins no other one
          const begun = await storage.drafts.begin();
          if (begun.kind !== "begun") return begun; // the next save tries again to begin
          id = begun.id;
        }
        return storage.drafts.save(id, text);
      },
      onOutcome: onSaved,
      now: () => performance.now(),
      setTimer: (work, afterMs) => window.setTimeout(work, afterMs),
      clearTimer: (timer) => window.clearTimeout(timer),
    });
  }
  function letGo(): void {
    saver.stop();
    saver = newSaver();
    id = null;
    submission = undefined;
  }
  return {
    storage,
    inMemory,
    unfinished: () => storage.drafts.summary(),
    async resume(known) {
      const opened = await storage.drafts.open(known);
      if (opened.kind === "locked" || opened.kind === "elsewhere") return opened;
      const draft = opened.kind === "opened" ? readDraft(opened.text) : null;
      if (!draft) return { kind: "gone" };
      id = known;
      return { kind: "resumed", draft };
    },
    changed: (draft) => saver.changed(() => JSON.stringify({ version: 1, ...draft() })),
    flush: () => saver.flush(),
    draftId: () => id,
    async submission() {
      if (id !== null) return storage.drafts.submissionOf(id, submission);
      submission ??= storage.drafts.newSubmission();
      return submission;
    },
    letGo,
    async endKeeping() {
      if ((await storage.vault.state()).kind !== "unlocked") return;
      letGo();
      await storage.vault.forget();
    },
  };
}

function readDraft(text: string): Draft | null {
  if (text === "") return null;
  try {
    const { version: _version, ...draft } = z.parse(draftSchema, JSON.parse(text));
    return draft;
  } catch {
    return null; // not a draft of any release we know: it can only be let go
  }
}
