import type { FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod/mini";
import { type LetterList, letterList, type WaitingLetter } from "../wire/collection.ts";
import { referenceOf } from "../wire/reference.ts";
import { submissionId } from "../wire/submission-id.ts";
import type { Callers } from "./caller.ts";
import type { Letterbox } from "./letterbox.ts";
import { forbid, refuse } from "./refuse.ts";
import { isFromElsewhere } from "./same-origin.ts";
import { nothing, type Origin, refusals } from "./schemas.ts";
import { comeBackAfterSeconds } from "./submission-routes.ts";

export interface Collecting {
  readonly letterbox: Letterbox;
  readonly callers: Callers;
  readonly now: () => number;
  readonly perMinute: number;
}

const range = z.strictObject({
  after: z._default(z.coerce.number().check(z.int(), z.gte(0)), 0),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 100),
});
const named = z.strictObject({ submission: submissionId });
const security = [{ token: [] }, { session: [] }];
const bytes = { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } };

/** `/v1/letters`: how an organisation's own system, or its people at the desk, collect its letters and only its own. */
export function letterRoutes(server: Origin, means: Collecting): void {
  const config = { rateLimit: { max: means.perMinute } };
  const list = {
    summary: "The organisation's letters after a cursor, oldest first.",
    querystring: range,
    security,
    response: { 200: letterList, ...refusals(400, 401, 429, 503) },
  };
  server.get("/v1/letters", { schema: list, config }, (request, reply) =>
    asOrganisation(request, reply, async (organisation) => {
      const { after, limit } = request.query;
      return page(await means.letterbox.waiting(organisation, after, limit + 1), limit);
    }),
  );

  const fetch = {
    summary: "One sealed letter: an age file.",
    params: named,
    security,
    response: { 200: bytes, ...refusals(400, 401, 404, 429, 503) },
  };
  server.get("/v1/letters/:submission", { schema: fetch, config }, (request, reply) =>
    asOrganisation(request, reply, async (organisation) => {
      const { submission } = request.params;
      const letter = await means.letterbox.letter(organisation, submission);
      if (letter === null) return refuse(reply, "notFound");
      const name = `attachment; filename="${referenceOf(submission)}.age"`;
      return reply.type("application/octet-stream").header("content-disposition", name).send(letter);
    }),
  );

  const acknowledge = {
    summary: "Say that the letter is safely held. Safe to repeat.",
    params: named,
    security,
    response: { 204: nothing, ...refusals(400, 401, 403, 404, 429, 503) },
  };
  server.post("/v1/letters/:submission/acknowledgement", { schema: acknowledge, config }, (request, reply) =>
    asOrganisation(request, reply, async (organisation) => {
      if (isFromElsewhere(request.headers)) return forbid(reply);
      const at = new Date(means.now()).toISOString();
      const outcome = await means.letterbox.acknowledge(organisation, request.params.submission, at);
      switch (outcome.kind) {
        case "acknowledged":
          return reply.code(204).send();
        case "noSuchLetter":
          return refuse(reply, "notFound");
        case "unable":
          return refuse(reply, "busy", comeBackAfterSeconds(outcome));
      }
    }),
  );

  async function asOrganisation(
    request: FastifyRequest,
    reply: FastifyReply,
    act: (organisation: string) => Promise<unknown>,
  ): Promise<unknown> {
    const organisation = means.callers.organisation(request);
    if (organisation === null) return refuse(reply.header("www-authenticate", "Bearer"), "notAllowed");
    return act(organisation);
  }
}

/** One page of a list that was asked for with one more than fits, to see whether it goes on. */
function page(letters: readonly WaitingLetter[], limit: number): LetterList {
  const shown = letters.slice(0, limit);
  return { letters: shown, next: letters.length > limit ? (shown.at(-1)?.cursor ?? null) : null };
}
