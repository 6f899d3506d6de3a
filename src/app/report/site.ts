import type { KeepingMeans, KeepingOutcome } from "./keeping.ts";
import { newReport, type Report } from "./report.ts";

/** Where a report is written, and what is special about it there. */
export type Site =
  /** A device of the person's own, or one that they borrowed. */
  | { readonly kind: "ownDevice"; readonly report: Report }
  /** A Connect point's tablet, which looks after keys, locks and what comes after sealing itself. */
  | PointSite;

export interface PointSite {
  readonly kind: "point";
  /** What is written already, or the report as it begins here. */
  readonly report: Report;
  /** The second language on the screen. */
  readonly beside: string | null;
  readonly openKeeping: (means: KeepingMeans) => Promise<KeepingOutcome>;
  /** What the tablet itself adds to the answers as they are sealed: who filled this in, and where. */
  readonly completed: (report: Report) => Report;
  readonly onSealed: (id: string, report: Report) => void;
}

export const ownDevice: Site = { kind: "ownDevice", report: newReport };
