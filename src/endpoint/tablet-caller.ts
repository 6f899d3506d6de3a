import type { FastifyRequest } from "fastify";
import { bearerToken } from "./bearer.ts";
import type { KnownTablet, Points } from "./points.ts";
import { hashOf } from "./secrets.ts";

/** Who asks at the app's origin. Somebody who names a token that does not count is not taken for `nobody`. */
export type AppCaller =
  | { readonly kind: "nobody" }
  | ({ readonly kind: "tablet"; readonly tokenHash: Uint8Array } & KnownTablet)
  | { readonly kind: "unknown" };

export interface TabletCallers {
  caller(request: FastifyRequest): Promise<AppCaller>;
}

/** Knows tablets by their tokens: one hash and one look at an index, so that handing over costs no more than before. */
export function tabletCallers(points: Points, now: () => number): TabletCallers {
  return {
    caller: async ({ headers: { authorization } }) => {
      if (authorization === undefined) return { kind: "nobody" };
      const token = bearerToken(authorization);
      if (token === null) return { kind: "unknown" };
      const tokenHash = hashOf(token);
      const known = await points.tabletOf(tokenHash, new Date(now()).toISOString());
      return known === null ? { kind: "unknown" } : { kind: "tablet", tokenHash, ...known };
    },
  };
}
