import { fastifyHelmet } from "@fastify/helmet";
import { fastifyRateLimit } from "@fastify/rate-limit";
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from "fastify";
import { helmetOptions, type PagePolicy, policyText } from "./headers.ts";
import type { Limits } from "./limits.ts";
import { reasonOf, refuse } from "./refuse.ts";
import { faultLine, type Log, requestLine } from "./request-log.ts";
import { believes, type Origin } from "./schemas.ts";

const unreadable = [
  "HTTP/1.1 400 Bad Request",
  "content-type: application/json",
  "content-length: 23",
  "connection: close",
  "",
  '{"refusal":"malformed"}',
].join("\r\n");

/** What both origins have in common and get from outside. */
export interface OriginMeans {
  readonly limits: Limits;
  readonly log: Log;
  /** Names the network of an address without telling it. */
  readonly network: (address: string) => string;
  readonly behindTls: boolean;
  /** The addresses of proxies whose `X-Forwarded-For` is believed; none unless told. */
  readonly proxies: readonly string[];
}

/** An origin with its headers, limits, log and refusals, and no route yet. */
export async function emptyOrigin(means: OriginMeans, policy: PagePolicy, permissions: string): Promise<Origin> {
  const server = bareServer(means);
  server.setValidatorCompiler(believes);
  server.setSerializerCompiler(() => JSON.stringify);
  server.removeContentTypeParser("text/plain"); // a submission is JSON or it is refused as unsupported
  server.setErrorHandler((error: FastifyError, request, reply) => answerFault(error, request, reply, means.log));
  logRequests(server, means.log);
  turnAwayWhenClosing(server);
  await server.register(fastifyHelmet, helmetOptions(means.behindTls));
  addOwnHeaders(server, policyText(policy), permissions);
  await limitRates(server, means);
  return server;
}

function bareServer({ limits, proxies, log }: OriginMeans): Origin {
  const server: Origin = Fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.idleMs,
    trustProxy: proxies.length === 0 ? false : [...proxies],
    forceCloseConnections: "idle",
    onProtoPoisoning: "ignore", // every body passes a strict schema, and none is ever merged into anything
    onConstructorPoisoning: "ignore",
    return503OnClosing: false, // our own hook says it in the words of the wire
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end(unreadable); // too slow, or no HTTP at all: there is no request to log
    },
    frameworkErrors: (_error, request, reply) => {
      refuse(reply as unknown as FastifyReply, "malformed");
      log(requestLine(request, reply as unknown as FastifyReply));
    },
  });
  server.server.headersTimeout = Math.min(30_000, limits.requestMs);
  return server;
}

function answerFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const reason = error.validation === undefined ? reasonOf(error.statusCode) : "malformed";
  if (reason !== "busy") return refuse(reply, reason);
  log(faultLine(error, request));
  return refuse(reply, "busy", 30);
}

function addOwnHeaders(server: Origin, policy: string, permissions: string): void {
  const own = {
    "content-security-policy": policy,
    "permissions-policy": permissions,
    "cache-control": "no-store", // files say otherwise themselves
  };
  server.addHook("onRequest", (_request, reply, done) => {
    reply.headers(own);
    done();
  });
}

function logRequests(server: Origin, log: Log): void {
  server.addHook("onResponse", (request, reply, done) => {
    log(requestLine(request, reply));
    done();
  });
}

/** Once it closes, every answer ends its connection, and newcomers on open connections are told to come back. */
function turnAwayWhenClosing(server: Origin): void {
  let closing = false;
  server.addHook("preClose", async () => {
    closing = true;
  });
  server.addHook("onRequest", (_request, reply, done) => {
    if (closing) refuse(reply, "busy", 10);
    else done();
  });
  server.addHook("onSend", (_request, reply, _body, done) => {
    if (closing) reply.header("connection", "close"); // a connection kept open would keep the endpoint from ending
    done();
  });
}

async function limitRates(server: Origin, { limits, network }: OriginMeans): Promise<void> {
  const quiet = { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false };
  await server.register(fastifyRateLimit, {
    global: false, // pages and their files are not counted, only what asks for work
    timeWindow: limits.windowMs,
    keyGenerator: (request) => network(request.ip),
    addHeadersOnExceeding: quiet,
    addHeaders: { ...quiet, "retry-after": true },
  });
}
