/** Something that was done at the Connect point, as far as it is counted. It names nobody. */
export interface PointEntry {
  readonly kind: "report" | "supportOnly" | "noReport" | "addendum";
  /** Such as `2026-11`. */
  readonly month: string;
  readonly language: string;
  readonly characteristics: readonly string[];
  readonly referral: boolean;
}

/** What a Connect point returns each quarter, by month. */
export interface MonthCounts {
  readonly month: string;
  readonly reports: number;
  readonly supportOnly: number;
  readonly noReports: number;
  readonly addenda: number;
  readonly referrals: number;
  readonly languages: Readonly<Record<string, number>>;
  readonly characteristics: Readonly<Record<string, number>>;
}

/** Counts only, closed with the tablet's vault key: in a small town a count can tell who was there. */
export interface PointLog {
  /** Needs the vault open. Two windows that add at once lose none. False when it was not counted. */
  add(entry: PointEntry): Promise<boolean>;
  /** Newest first; empty while locked. */
  months(): Promise<readonly MonthCounts[]>;
}
