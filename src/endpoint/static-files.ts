import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fastifyStatic } from "@fastify/static";
import type { FastifyReply } from "fastify";
import { onlyForDocuments, policyOfAnAsset } from "./headers.ts";
import { refuse } from "./refuse.ts";
import type { Origin } from "./schemas.ts";

const forAYear = "public, max-age=31536000, immutable";
const askAgain = "no-cache";

export interface Files {
  readonly folder: string;
  /** Where `/assets/` is looked for, in this order. */
  readonly assetFolders: readonly string[];
  /** Leave out of assets what only documents obey; not where an asset is a worker. */
  readonly lightAssets: boolean;
}

/**
 * Serves a built program. Files under `/assets/` have a hash in their name and are kept by browsers for a year; all else
 * is asked for again each time and answered with 304 while it is the same. Compressed siblings (`.br`, `.gz`) go first.
 */
export async function serveFiles(server: Origin, files: Files): Promise<void> {
  const folder = resolve(files.folder);
  const assetFolders = files.assetFolders.map((assets) => resolve(assets));
  const common = { preCompressed: true, dotfiles: "ignore", cacheControl: false, redirect: true } as const;
  await server.register(fastifyStatic, { ...common, root: folder, setHeaders: (reply) => caching(reply, askAgain) });
  await server.register(fastifyStatic, {
    ...common,
    root: assetFolders,
    prefix: "/assets/",
    decorateReply: false,
    acceptRanges: false,
    lastModified: false, // the tag stays: a service worker asks again for what it imports, whatever its name
    suppressWarning: true, // a program without assets is fine
    setHeaders: (reply) => {
      if (files.lightAssets) lighten(reply);
      caching(reply, forAYear);
    },
  });
  const page = existsSync(join(folder, "404.html"));
  server.setNotFoundHandler((request, reply) =>
    page && request.headers.accept?.includes("text/html") === true && !request.url.startsWith("/v1/")
      ? reply.code(404).sendFile("404.html")
      : refuse(reply, "notFound"),
  );
}

function caching(reply: FastifyReply, rule: string): void {
  reply.header("cache-control", rule);
}

function lighten(reply: FastifyReply): void {
  for (const name of onlyForDocuments) {
    reply.removeHeader(name);
    reply.raw.removeHeader(name); // some are set on Node's answer directly
  }
  reply.header("content-security-policy", policyOfAnAsset);
}
