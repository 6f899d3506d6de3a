import { join } from "node:path";
import { fastifyCookie } from "@fastify/cookie";
import type { DeploymentKeys } from "../wire/keys.ts";
import { deskSettings } from "../wire/session.ts";
import type { Accounts } from "./accounts.ts";
import { callers, cookieName } from "./caller.ts";
import { publishContract } from "./contract.ts";
import { deskPolicy, permissions } from "./headers.ts";
import { healthRoute } from "./health-route.ts";
import { inlineStyleHashes } from "./inline-styles.ts";
import { letterRoutes } from "./letter-routes.ts";
import type { Letterbox } from "./letterbox.ts";
import { emptyOrigin, type OriginMeans } from "./origin.ts";
import { pointRoutes } from "./point-routes.ts";
import type { Points } from "./points.ts";
import { type Origin, refusals } from "./schemas.ts";
import type { Chance } from "./secrets.ts";
import { sessionRoutes } from "./session-routes.ts";
import { serveFiles } from "./static-files.ts";

export interface DeskMeans {
  readonly accounts: Accounts;
  readonly letterbox: Letterbox;
  readonly points: Points;
  readonly keys: DeploymentKeys;
  readonly now: () => number;
  readonly chance: Chance;
}

const largestBody = 16 * 1024;

/** The desk's origin: its files, signing in, collecting, and looking after Connect points. Nothing here takes a report in. */
export async function deskOrigin(common: OriginMeans, desk: DeskMeans, folder: string): Promise<Origin> {
  const limits = { ...common.limits, bodyBytes: largestBody };
  const server = await emptyOrigin(
    { ...common, limits },
    deskPolicy(await inlineStyleHashes(folder)),
    permissions("desk"),
  );
  await server.register(fastifyCookie);
  const cookie = cookieName(common.behindTls);
  await publishContract(server, "Connect: collecting letters", {
    token: { type: "http", scheme: "bearer" },
    session: { type: "apiKey", in: "cookie", name: cookie },
    coordinator: { type: "http", scheme: "bearer" },
  });
  const known = callers(desk.accounts, desk.now, cookie);
  sessionRoutes(server, {
    ...desk,
    callers: known,
    cookie,
    behindTls: common.behindTls,
    perMinute: limits.signInsPerMinute,
    otherPerMinute: limits.otherPerMinute,
  });
  letterRoutes(server, { ...desk, callers: known, perMinute: limits.collectingPerMinute });
  pointRoutes(server, { ...desk, perMinute: limits.otherPerMinute });
  keysRoute(server, desk.keys, limits.otherPerMinute);
  healthRoute(server, desk.letterbox, limits.otherPerMinute);
  await serveFiles(server, { folder, assetFolders: [join(folder, "assets")], lightAssets: false });
  return server;
}

function keysRoute(server: Origin, keys: DeploymentKeys, perMinute: number): void {
  const schema = { summary: "The deployment's public keys.", response: { 200: deskSettings, ...refusals(429, 503) } };
  server.get("/v1/keys", { schema, config: { rateLimit: { max: perMinute } } }, async () => keys);
}
