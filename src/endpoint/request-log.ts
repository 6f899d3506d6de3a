import type { FastifyReply, FastifyRequest } from "fastify";

/** Takes one line of text; where it goes is the start file's choice. */
export type Log = (line: string) => void;

const buckets = [
  { under: 10, took: "under10ms" },
  { under: 100, took: "under100ms" },
  { under: 1000, took: "under1s" },
  { under: 10_000, took: "under10s" },
] as const;

/**
 * All that is ever written about a request: method, route pattern, status and a coarse duration. An address, an id, a
 * browser's name or an exact time would tell who reported, or when, to whoever reads the log later.
 */
export function requestLine(request: FastifyRequest, reply: FastifyReply): string {
  const took = buckets.find(({ under }) => reply.elapsedTime < under)?.took ?? "longer";
  return JSON.stringify({ method: request.method, route: routeOf(request), status: reply.statusCode, took });
}

/** What is written about a fault: its kind and where in the program, never its message, which may quote a request. */
export function faultLine(fault: Error & { code?: unknown; errcode?: unknown }, request: FastifyRequest): string {
  const frames = (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const where = frames.slice(0, 5).map((frame) => /[^/\\]+:\d+:\d+/.exec(frame)?.[0] ?? "");
  return JSON.stringify({
    fault: fault.name,
    code: fault.code,
    errcode: fault.errcode,
    route: routeOf(request),
    where,
  });
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? "none";
}
