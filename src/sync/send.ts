import type { Submission } from "../wire/submission.ts";
import type { Reply } from "./outcome.ts";

/** Sends one submission and brings back whatever came, without judging it. Never throws. */
export type Send = (id: string, submission: Submission) => Promise<Reply>;

const patienceMs = 30_000;
/** 64 kbit/s: slower than that, and the next place with a network is the better bet. */
const slowestBytesPerMs = 8;
/** Receipts have about 1 kB. A portal's page may have any size, and is not read. */
const largestReplyBytes = 64 * 1024;

/** How long one attempt may take for a body of this size. */
export function timeoutFor(bytes: number): number {
  return patienceMs + Math.ceil(bytes / slowestBytesPerMs);
}

/** `origin` is the endpoint's, or empty for the page's own. Carries no cookie and no referrer, and follows no redirect. */
export function sendTo(origin: string, fetch: typeof globalThis.fetch): Send {
  return async (id, submission) => {
    const body = JSON.stringify(submission);
    try {
      const response = await fetch(`${origin}/v1/submissions/${id}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        redirect: "error",
        signal: AbortSignal.timeout(timeoutFor(body.length)),
      });
      return {
        kind: "answered",
        status: response.status,
        body: await jsonOf(response),
        retryAfter: response.headers.get("retry-after"),
        date: response.headers.get("date"),
      };
    } catch {
      // Offline, refused, redirected, cut off or too slow: the browser does not tell which, and it comes to the same.
      return { kind: "none" };
    }
  };
}

/** Undefined for anything but JSON of a sensible size; the rest is not even read. */
async function jsonOf(response: Response): Promise<unknown> {
  if (!response.headers.get("content-type")?.startsWith("application/json")) {
    await response.body?.cancel();
    return undefined;
  }
  try {
    return JSON.parse((await shortText(response)) ?? "");
  } catch {
    return undefined; // it said JSON and was none, or broke off
  }
}

async function shortText(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let read = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    read += value.length;
    if (read > largestReplyBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
  return text;
}
