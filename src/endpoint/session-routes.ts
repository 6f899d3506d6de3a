import type { CookieSerializeOptions } from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type DeskSession, deskSession, type SignIn, signIn } from "../wire/session.ts";
import type { Accounts, Session } from "./accounts.ts";
import type { Callers } from "./caller.ts";
import { forbid, refuse } from "./refuse.ts";
import { isFromElsewhere } from "./same-origin.ts";
import { nothing, type Origin, refusals } from "./schemas.ts";
import { type Chance, hashOf, isPassphrase, newSecret } from "./secrets.ts";
import { idleMs, longestMs } from "./session-life.ts";
import { tryCounter } from "./tries.ts";

export interface SigningIn {
  readonly accounts: Accounts;
  readonly callers: Callers;
  readonly now: () => number;
  readonly chance: Chance;
  readonly cookie: string;
  readonly behindTls: boolean;
  readonly perMinute: number;
  readonly otherPerMinute: number;
}

/** `POST`, `GET` and `DELETE /v1/session`: the way in and out for people at the desk. */
export function sessionRoutes(server: Origin, means: SigningIn): void {
  const rate = { rateLimit: { max: means.otherPerMinute } };
  const begin = signingIn(means);
  server.post(
    "/v1/session",
    {
      schema: {
        summary: "Sign in as a member of staff.",
        body: signIn,
        response: { 200: deskSession, ...refusals(400, 401, 403, 415, 429, 503) },
      },
      config: { rateLimit: { max: means.perMinute } },
    },
    (request, reply) => begin(request.body, request, reply),
  );
  server.get(
    "/v1/session",
    {
      schema: { summary: "Who is signed in.", response: { 200: deskSession, ...refusals(401, 429, 503) } },
      config: rate,
    },
    async (request, reply) => {
      const session = means.callers.session(request);
      return session === null ? refuse(reply, "notAllowed") : shown(session);
    },
  );
  server.delete(
    "/v1/session",
    { schema: { summary: "Sign out.", response: { 204: nothing, ...refusals(403, 429, 503) } }, config: rate },
    async (request, reply) => {
      if (isFromElsewhere(request.headers)) return forbid(reply);
      const secret = request.cookies[means.cookie];
      if (secret !== undefined) means.accounts.closeSession(hashOf(secret));
      return reply.clearCookie(means.cookie, cookieRules(means.behindTls)).code(204).send();
    },
  );
}

function signingIn({ accounts, now, chance, cookie, behindTls }: SigningIn) {
  const tries = tryCounter(now);
  return async ({ name, passphrase }: SignIn, request: FastifyRequest, reply: FastifyReply) => {
    if (isFromElsewhere(request.headers)) return forbid(reply);
    const wait = tries.waitMs(name);
    if (wait > 0) return refuse(reply, "tooMany", Math.ceil(wait / 1000));
    tries.begun(name);
    if (!(await isPassphrase(passphrase, accounts.passphraseOf(name)))) return refuse(reply, "notAllowed");
    tries.succeeded(name);
    const secret = newSecret(chance);
    accounts.forgetSessions(now() - idleMs);
    accounts.openSession(hashOf(secret), name, now());
    const session = accounts.session(hashOf(secret));
    if (session === null) return refuse(reply, "notAllowed"); // removed on the command line in this very moment
    return reply.setCookie(cookie, secret, cookieRules(behindTls)).send(shown(session));
  };
}

function shown({ name, organisation, startedAt }: Session): DeskSession {
  return { name, organisation, endsAt: new Date(startedAt + longestMs).toISOString() };
}

function cookieRules(behindTls: boolean): CookieSerializeOptions {
  return { path: "/", httpOnly: true, sameSite: "strict", secure: behindTls };
}
