import type { FastifyRequest } from "fastify";
import type { Accounts, Session } from "./accounts.ts";
import { bearerToken } from "./bearer.ts";
import { hashOf } from "./secrets.ts";
import { lifeOf } from "./session-life.ts";

export interface Callers {
  /** The live session of a browser. */
  session(request: FastifyRequest): Session | null;
  /** The organisation that a token or a session speaks for. A wrong token is not mended by a session. */
  organisation(request: FastifyRequest): string | null;
}

/** A cookie that only this host over TLS can set, where there is TLS. */
export function cookieName(behindTls: boolean): string {
  return behindTls ? "__Host-connect-desk" : "connect-desk";
}

/** Knows who asks. */
export function callers(accounts: Accounts, now: () => number, cookie: string): Callers {
  const session = (request: FastifyRequest): Session | null => {
    const secret = request.cookies[cookie];
    if (secret === undefined) return null;
    const hash = hashOf(secret);
    const found = accounts.session(hash);
    return found === null ? null : living(found, hash);
  };
  return {
    session,
    organisation: (request) => {
      const { authorization } = request.headers;
      if (authorization === undefined) return session(request)?.organisation ?? null;
      const token = bearerToken(authorization);
      return token === null ? null : accounts.organisationOf(hashOf(token));
    },
  };

  function living(found: Session, hash: Uint8Array): Session | null {
    switch (lifeOf(found, now())) {
      case "over":
        accounts.closeSession(hash);
        return null;
      case "toBeNoted":
        accounts.seen(hash, now());
        return found;
      case "live":
        return found;
    }
  }
}
