import { largestSubmissionBytes } from "../wire/submission.ts";

/** How much one network may ask in a minute, and how large and slow a request may be. */
export interface Limits {
  /** High enough for a Connect point that sends a month of stored reports at once. */
  readonly submissionsPerMinute: number;
  readonly collectingPerMinute: number;
  readonly signInsPerMinute: number;
  /** A code has 60 bits and lives a day: at this rate nobody guesses one. */
  readonly enrolmentsPerMinute: number;
  readonly otherPerMinute: number;
  readonly windowMs: number;
  readonly bodyBytes: number;
  /** A long report over a poor link is 200 kB at 15 kbit/s. */
  readonly requestMs: number;
  readonly idleMs: number;
}

export const usualLimits: Limits = {
  submissionsPerMinute: 1200,
  collectingPerMinute: 1200,
  signInsPerMinute: 30,
  enrolmentsPerMinute: 30,
  otherPerMinute: 300,
  windowMs: 60_000,
  bodyBytes: largestSubmissionBytes,
  requestMs: 120_000,
  idleMs: 60_000,
};
