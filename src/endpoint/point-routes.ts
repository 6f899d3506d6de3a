import type { FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod/mini";
import { codeHours, madeCode, pointAsTold, pointList, tabletList, usualCodeHours } from "../wire/coordination.ts";
import { type ConnectPoint, connectPoint, pointId, tabletId } from "../wire/enrolment.ts";
import { bearerToken } from "./bearer.ts";
import { makeCode, type PointMaking } from "./point-making.ts";
import { refuse } from "./refuse.ts";
import { nothing, type Origin, refusals } from "./schemas.ts";
import { hashOf } from "./secrets.ts";

export interface Coordinating extends PointMaking {
  readonly perMinute: number;
}

const named = z.strictObject({ id: pointId });
const tabletNamed = z.strictObject({ id: pointId, tablet: tabletId });
const howLong = z.strictObject({ hours: z._default(codeHours, usualCodeHours) });
const security = [{ coordinator: [] }];

/** `/v1/points`: how a coordinator's own system looks after Connect points. It opens no letter and lists none. */
export function pointRoutes(server: Origin, means: Coordinating): void {
  const config = { rateLimit: { max: means.perMinute } };
  const { points } = means;
  const at = () => new Date(means.now()).toISOString();

  const list = {
    summary: "Every Connect point.",
    security,
    response: { 200: pointList, ...refusals(401, 429, 503) },
  };
  server.get("/v1/points", { schema: list, config }, (request, reply) =>
    asCoordinator(request, reply, async () => ({ points: await points.points() })),
  );

  const put = {
    summary: "Make a Connect point, or make it what is told. Safe to repeat.",
    params: named,
    body: pointAsTold,
    security,
    response: { 200: connectPoint, ...refusals(400, 401, 413, 415, 429, 503) },
  };
  server.put("/v1/points/:id", { schema: put, config }, (request, reply) =>
    asCoordinator(request, reply, async () => {
      const { name, tier, settings } = request.body;
      const point: ConnectPoint = { id: request.params.id, name, tier, settings };
      await points.putPoint(point, at());
      return point;
    }),
  );

  const make = {
    summary: "Make a code that lets one tablet in. It is told this once.",
    params: named,
    querystring: howLong,
    security,
    response: { 200: madeCode, ...refusals(400, 401, 404, 429, 503) },
  };
  server.post("/v1/points/:id/codes", { schema: make, config }, (request, reply) =>
    asCoordinator(
      request,
      reply,
      async () => (await makeCode(means, request.params.id, request.query.hours)) ?? refuse(reply, "notFound"),
    ),
  );

  const tablets = {
    summary: "The tablets of a Connect point, revoked ones too.",
    params: named,
    security,
    response: { 200: tabletList, ...refusals(400, 401, 404, 429, 503) },
  };
  server.get("/v1/points/:id/tablets", { schema: tablets, config }, (request, reply) =>
    asCoordinator(request, reply, async () => {
      const { id } = request.params;
      if ((await points.point(id)) === null) return refuse(reply, "notFound");
      return { tablets: await points.tablets(id) };
    }),
  );

  const revoke = {
    summary: "Revoke a tablet: its token counts no more. Safe to repeat.",
    params: tabletNamed,
    security,
    response: { 204: nothing, ...refusals(400, 401, 404, 429, 503) },
  };
  server.delete("/v1/points/:id/tablets/:tablet", { schema: revoke, config }, (request, reply) =>
    asCoordinator(request, reply, async () => {
      const { id, tablet } = request.params;
      return (await points.revokeTablet(id, tablet, at())) ? reply.code(204).send() : refuse(reply, "notFound");
    }),
  );

  async function asCoordinator(
    request: FastifyRequest,
    reply: FastifyReply,
    act: () => Promise<unknown>,
  ): Promise<unknown> {
    const token = bearerToken(request.headers.authorization ?? "");
    if (token !== null && (await points.isCoordinator(hashOf(token)))) return act();
    return refuse(reply.header("www-authenticate", "Bearer"), "notAllowed");
  }
}
