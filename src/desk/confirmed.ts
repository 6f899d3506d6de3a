import type { Letter } from "../report/letter.ts";
import type { CameFrom } from "../wire/enrolment.ts";

/**
 * Whether a letter says that a Connect point's worker wrote it while the endpoint knows of no such point. Anybody can
 * write this; only an enrolled tablet's token makes the endpoint say so.
 */
export function isUnconfirmed({ answers }: Letter, from: CameFrom | null): boolean {
  return from === null && answers.reporter?.kind === "choice" && answers.reporter.option === "worker";
}
