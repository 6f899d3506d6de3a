import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { startEndpoint, thisMachine } from "../../src/endpoint/endpoint.ts";
import { plainPages, plainWorker, savedPage } from "./plain-pages.ts";

/**
 * A program: `node servers.ts <folder>`. Serves the built app by the real endpoint, whose limits are lifted because a
 * hundred visits come from one address, and the plain pages. Prints the two ports.
 */

const folder = process.argv[2] ?? "";
const unlimited = Number.MAX_SAFE_INTEGER;
const endpoint = await startEndpoint(
  {
    appFolder: join(folder, "app"),
    deskFolder: join(folder, "app"),
    dataFolder: join(folder, "data"),
    keysFile: join(folder, "keys", "keys.json"),
    receiptKeyFile: join(folder, "keys", "receipts.key.pem"),
    appPort: 0,
    deskPort: null,
    limits: { submissionsPerMinute: unlimited, otherPerMinute: unlimited },
  },
  { ...thisMachine, log: () => {} },
);

interface Answer {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
}

const answers = new Map(Object.entries(plainPages).map(([path, html]) => [path, answer("text/html", html)]));
answers.set("/worker.js", answer("text/javascript", plainWorker));
const saved = answer("text/html", savedPage);

function answer(type: string, text: string): Answer {
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"`;
  return { type, bytes: brotliCompressSync(text), tag };
}

const plain = createServer(async (request, response) => {
  for await (const _part of request); // the answer comes when all of it is here
  const found = request.method === "POST" ? saved : answers.get(request.url ?? "");
  if (!found) return response.writeHead(404, { "content-length": 0 }).end();
  const { type, bytes, tag } = found;
  if (request.headers["if-none-match"] === tag) return response.writeHead(304, { etag: tag }).end();
  response.writeHead(200, {
    "content-type": `${type}; charset=utf-8`,
    "content-encoding": "br",
    "content-length": bytes.length,
    "cache-control": "no-cache",
    etag: tag,
  });
  return response.end(bytes);
});

plain.keepAliveTimeout = 120_000;
plain.listen(0, "127.0.0.1", () => {
  const address = plain.address();
  const ports = { app: endpoint.appPort, plain: address instanceof Object ? address.port : 0 };
  process.stdout.write(`${JSON.stringify(ports)}\n`);
});
