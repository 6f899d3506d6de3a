import type { Session } from "./accounts.ts";

const minuteMs = 60_000;

/** A session that nobody uses ends after this. */
export const idleMs = 30 * minuteMs;

/** However busy, a session ends after this. */
export const longestMs = 12 * 60 * minuteMs;

export type Life = "over" | "live" | "toBeNoted";

/** Whether a session lives; `toBeNoted` once a minute, so that not every request writes. */
export function lifeOf(session: Session, now: number): Life {
  if (now - session.startedAt >= longestMs || now - session.seenAt >= idleMs) return "over";
  return now - session.seenAt >= minuteMs ? "toBeNoted" : "live";
}
