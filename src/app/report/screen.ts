import type { Topic } from "../../guidance/advice.ts";
import type { Entry } from "../../guidance/directory.ts";
import type { SealedBytes } from "../../storage/outbox.ts";
import type { Message } from "../../ui/words-context.tsx";
import { markWriting } from "../notice-place.ts";
import type { Notice } from "./Notices.tsx";
import type { Report } from "./report.ts";

/** What is on the screen. */
export type View =
  | { readonly kind: "step"; readonly report: Report }
  | { readonly kind: "emergency"; readonly report: Report }
  /** An unfinished report lies here, covered. `kept` asks for the password; null while that is being looked up. */
  | { readonly kind: "locked"; readonly draftId: string; readonly kept: boolean | null }
  /** The report was closed and cannot be opened again. */
  | { readonly kind: "over" }
  | {
      readonly kind: "sealing";
      readonly report: Report;
      readonly organisation: string;
      readonly place: number;
      readonly of: number;
    }
  | {
      readonly kind: "sent";
      readonly id: string;
      /** What may help somebody with such a report, and who can; nothing else of it is left on the screen. */
      readonly advice: readonly Topic[];
      readonly support: readonly Entry[];
    };

/** What is wrong on the page, by the field to go to. */
export type Faults = ReadonlyMap<string, Message>;
const none: Faults = new Map();

/** What the person sees at this moment. Whoever draws it is told of every change. */
export interface Screen {
  view(): View;
  faults(): Faults;
  notice(): Notice | null;
  /** The report on the screen; null where none is open. */
  report(): Report | null;
  /** Sealed letters for which the device has no room: they can be saved as files, and are in memory alone. */
  rescued(): readonly SealedBytes[];
  show(view: View, faults?: Faults, rescued?: readonly SealedBytes[]): void;
  say(notice: Notice | null): void;
  /** Something it is drawn with has changed, such as the language. */
  redraw(): void;
  /** Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

export function newScreen(first: Report): Screen {
  const listeners = new Set<() => void>();
  let view: View = { kind: "step", report: first };
  let faults = none;
  let rescued: readonly SealedBytes[] = [];
  let notice: Notice | null = null;
  const report = () =>
    view.kind === "step" || view.kind === "emergency" || view.kind === "sealing" ? view.report : null;
  const redraw = () => {
    markWriting(view.kind === "locked" || view.kind === "sealing" || (report()?.seen.length ?? 0) > 0);
    for (const listener of listeners) listener();
  };
  return {
    view: () => view,
    faults: () => faults,
    rescued: () => rescued,
    notice: () => notice,
    report,
    redraw,
    show(next, found = none, letters = []) {
      view = next;
      faults = found;
      rescued = letters;
      redraw();
    },
    say(next) {
      if (next === notice) return;
      notice = next;
      redraw();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
