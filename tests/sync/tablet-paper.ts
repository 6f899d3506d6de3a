import type { Ask, Asked } from "../../src/sync/ask.ts";
import type { KeptEnrolment } from "../../src/sync/enrolment.ts";
import type { Reply } from "../../src/sync/outcome.ts";
import { type ConnectPoint, enrolment, newTabletToken } from "../../src/wire/enrolment.ts";
import { answer } from "./replies.ts";

export const code = "7K2M-0QXD-PZ41";
export const now = Date.parse("2026-11-23T10:00:00Z");
export const tokenOf = (letter: string): string => letter.repeat(43);

export const point: ConnectPoint = {
  id: "east-oxford-library",
  name: "East Oxford Library",
  tier: "Tier 1",
  settings: { sharedDrafts: true, draftDays: 14, idleMinutes: 2, sendWithinDays: 7 },
};

export const kept: KeptEnrolment = {
  tablet: "0123abcd",
  token: tokenOf("a"),
  nextToken: null,
  point,
  enrolledAt: now,
  contactAt: null,
  revoked: false,
};

/** What a tablet keeps, on paper. */
export function paperStore(first: KeptEnrolment | null = null) {
  let enrolled = first;
  let full = false;
  const written = () => ({ kind: full ? "full" : "done" }) as const;
  return {
    kept: () => enrolled,
    fillUp() {
      full = true;
    },
    store: {
      enrolment: async () => enrolled,
      tokenToAskWith: async () => (full ? null : tokenOf("t")),
      async enrol(enrolment: KeptEnrolment) {
        if (!full) enrolled = enrolment;
        return written();
      },
      async learn(change: Partial<KeptEnrolment>, whileToken: string) {
        if (enrolled?.token !== whileToken) return { kind: "failed" } as const;
        if (!full) enrolled = { ...enrolled, ...change };
        return written();
      },
    },
  };
}

/** The endpoint's side of it: a code for one tablet, and a token that is replaced once the next one was used. */
export function paperEndpoint(token: string | null = null) {
  let present = token;
  let next: string | null = null;
  const seen: string[] = [];
  const at = { point };
  const refused = () => answer(401, { refusal: "notAllowed" });
  const enrolled = () => answer(200, { version: 1, tablet: kept.tablet, point: at.point });
  function allows(shown: string | null): boolean {
    if (shown === null || (shown !== present && shown !== next)) return false;
    if (shown === next) [present, next] = [next, null];
    return true;
  }
  function answered({ method, path, token: shown, body }: Asked): Reply {
    seen.push(`${method} ${path}`);
    if (path === "/v1/enrolments") {
      const asked = enrolment.parse(body);
      if (asked.code !== code) return answer(403, { refusal: "wrongCode" });
      if (present !== null && present !== asked.token) return answer(403, { refusal: "usedCode" });
      present = asked.token;
      return enrolled();
    }
    if (!allows(shown)) return refused();
    if (method === "GET") return enrolled();
    next = newTabletToken.parse(body).token;
    return answer(204);
  }
  const ask: Ask = async (asked) => answered(asked);
  function revoke(): void {
    present = null;
    next = null;
  }
  return { ask, at, seen, present: () => present, next: () => next, revoke };
}

/** The answer to what this says is lost on the way, after the endpoint has acted on it. */
export function losing(ask: Ask, isLost: (asked: Asked) => boolean): Ask {
  return async (asked) => {
    const reply = await ask(asked);
    return isLost(asked) ? { kind: "none" } : reply;
  };
}
