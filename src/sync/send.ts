import type { Submission } from "../wire/submission.ts";
import { askAt } from "./ask.ts";
import type { Reply } from "./outcome.ts";

/**
 * Sends one submission and brings back whatever came, without judging it. `token` is the Connect point's tablet's, null
 * for a report from anywhere else. Never throws.
 */
export type Send = (id: string, submission: Submission, token: string | null) => Promise<Reply>;

/** `origin` is the endpoint's, or empty for the page's own. */
export function sendTo(origin: string, fetch: typeof globalThis.fetch): Send {
  const ask = askAt(origin, fetch);
  return (id, submission, token) => ask({ method: "PUT", path: `/v1/submissions/${id}`, token, body: submission });
}
