import type { FastifyReply, FastifyRequest } from "fastify";
import {
  type Enrolled,
  type EnrolmentRequest,
  enrolled,
  enrolment,
  enrolmentRefusal,
  newTabletToken,
} from "../wire/enrolment.ts";
import type { KnownTablet, Points } from "./points.ts";
import { refuse } from "./refuse.ts";
import { nothing, type Origin, refusals } from "./schemas.ts";
import { type Chance, hashOf } from "./secrets.ts";
import type { AppCaller, TabletCallers } from "./tablet-caller.ts";

export interface TabletMeans {
  readonly points: Points;
  readonly tablets: TabletCallers;
  readonly now: () => number;
  readonly chance: Chance;
  readonly enrolmentsPerMinute: number;
  readonly otherPerMinute: number;
}

/** `POST /v1/enrolments`, `GET /v1/tablet` and `PUT /v1/tablet/token`: how a Connect point's tablet is let in and stays so. */
export function tabletRoutes(server: Origin, means: TabletMeans): void {
  const config = { rateLimit: { max: means.otherPerMinute } };
  const security = [{ tablet: [] }];
  const enrol = {
    summary: "Let a Connect point's tablet in with a code. Safe to repeat with the same token.",
    body: enrolment,
    response: { 200: enrolled, 403: enrolmentRefusal, ...refusals(400, 413, 415, 429, 503) },
  };
  const rate = { rateLimit: { max: means.enrolmentsPerMinute } };
  server.post("/v1/enrolments", { schema: enrol, config: rate }, async (request, reply) =>
    lettingIn(means, request.body, reply),
  );

  const known = {
    summary: "The tablet's Connect point and what it works by now.",
    security,
    response: { 200: enrolled, ...refusals(401, 429, 503) },
  };
  server.get("/v1/tablet", { schema: known, config }, (request, reply) =>
    asTablet(request, reply, async (tablet) => enrolledAs(tablet)),
  );

  const change = {
    summary: "Give the tablet a new token. Both count until the new one is first used. Safe to repeat.",
    body: newTabletToken,
    security,
    response: { 204: nothing, ...refusals(400, 401, 413, 415, 429, 503) },
  };
  server.put("/v1/tablet/token", { schema: change, config }, (request, reply) =>
    asTablet(request, reply, async ({ tokenHash }) => {
      const changed = await means.points.changeToken(tokenHash, hashOf(request.body.token), moment(means));
      switch (changed) {
        case "changed":
          return reply.code(204).send();
        case "unknownTablet":
          return refuse(reply, "notAllowed"); // revoked in this very moment
        case "tokenTaken":
          return refuse(reply, "malformed");
      }
    }),
  );

  async function asTablet(
    request: FastifyRequest,
    reply: FastifyReply,
    act: (tablet: Extract<AppCaller, { kind: "tablet" }>) => Promise<unknown>,
  ): Promise<unknown> {
    const caller = await means.tablets.caller(request);
    return caller.kind === "tablet" ? act(caller) : refuse(reply.header("www-authenticate", "Bearer"), "notAllowed");
  }
}

async function lettingIn(means: TabletMeans, { code, token }: EnrolmentRequest, reply: FastifyReply): Promise<unknown> {
  const outcome = await means.points.enrol({
    codeHash: hashOf(code),
    tokenHash: hashOf(token),
    tablet: Buffer.from(means.chance(4)).toString("hex"),
    at: moment(means),
  });
  switch (outcome.kind) {
    case "enrolled":
      return enrolledAs(outcome);
    case "refused":
      return reply.code(403).send({ refusal: outcome.because });
    case "tokenTaken":
      return refuse(reply, "malformed");
  }
}

function enrolledAs({ tablet, point }: KnownTablet): Enrolled {
  return { version: 1, tablet, point };
}

function moment({ now }: TabletMeans): string {
  return new Date(now()).toISOString();
}
