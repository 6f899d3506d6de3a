import type { Reply } from "./outcome.ts";

export interface Asked {
  readonly method: "GET" | "PUT" | "POST";
  /** Under the endpoint's address: `/v1/tablet`. */
  readonly path: string;
  /** Says which tablet is asking; null where none is. */
  readonly token: string | null;
  /** As JSON; null for none. */
  readonly body: object | null;
}

/** Asks the endpoint and brings back whatever came, without judging it. Never throws. */
export type Ask = (asked: Asked) => Promise<Reply>;

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
export function askAt(origin: string, fetch: typeof globalThis.fetch): Ask {
  return async (asked) => {
    try {
      const response = await fetch(`${origin}${asked.path}`, requestOf(asked));
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

function requestOf({ method, token, body }: Asked): RequestInit {
  const text = body === null ? null : JSON.stringify(body);
  return {
    method,
    headers: {
      ...(text === null ? {} : { "content-type": "application/json" }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: text,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(timeoutFor(text?.length ?? 0)),
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
