import type { FastifyReply } from "fastify";
import type { Refusal, RefusalReason } from "../wire/refusal.ts";

const statuses: Record<RefusalReason, number> = {
  malformed: 400,
  notAllowed: 401,
  notFound: 404,
  tooLarge: 413,
  unsupported: 415,
  unknownOrganisation: 422,
  differentBytes: 422,
  tooMany: 429,
  busy: 503,
};

/** Answers with a reason that a program can act on; `afterSeconds` tells it when to ask again. */
export function refuse(reply: FastifyReply, because: RefusalReason, afterSeconds?: number): FastifyReply {
  if (afterSeconds !== undefined) reply.header("retry-after", String(afterSeconds));
  return reply.code(statuses[because]).send({ refusal: because } satisfies Refusal);
}

/** Answers a request that a page of another site made this browser send. */
export function forbid(reply: FastifyReply): FastifyReply {
  return reply.code(403).send({ refusal: "notAllowed" } satisfies Refusal);
}

/** The reason that an error of the framework or of a plugin amounts to; one without a status is our own fault. */
export function reasonOf(status: number | undefined): RefusalReason {
  if (status === 413) return "tooLarge";
  if (status === 415) return "unsupported";
  if (status === 429) return "tooMany";
  if (status === 403 || status === 404) return "notFound"; // a path that climbs out of its folder names nothing either
  return status !== undefined && status >= 400 && status < 500 ? "malformed" : "busy";
}
