import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { signedText } from "../../src/wire/receipt.ts";
import type { Submission } from "../../src/wire/submission.ts";
import { bundled } from "./bundle.ts";

const receiptKeys = generateKeyPairSync("ed25519");
const publicKey = receiptKeys.publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64");

const page = (title: string) =>
  `<!doctype html><meta charset="utf-8"><html lang="en-GB"><title>${title}</title><h1>${title}</h1><script type="module" src="/page.js"></script>`;

/** What the service worker may keep, by the address under which a person asks for it. */
const shelf: Readonly<Record<string, string>> = {
  "/en-GB/index.html": page("Start"),
  "/en-GB/report/index.html": page("Report"),
  "/en-GB/point/index.html": page("Tablet"),
  "/ar/index.html": page("البداية"),
  "/ar/report/index.html": page("البلاغ"),
  "/ar/point/index.html": page("الجهاز"),
  "/assets/ar/words.js": "",
  "/assets/point/open.js": "",
};
const isPage = (path: string) => path.endsWith(".html");
const pages = Object.fromEntries(
  Object.entries(shelf).flatMap(([path, text]) => [
    [path, text],
    ...(isPage(path) ? [[`/kept${path}`, text.replace("</h1>", "</h1><p>kept</p>")]] : []),
  ]),
);

/** What the page can do in these tests: seal a report away, and look at it. */
const pageCode = `
  import { openStorage } from "/src/storage/storage.ts";
  import { parcelFor, written } from "/tests/storage/device.ts";
  globalThis.device = openStorage().then(({ storage }) => storage);
  globalThis.sealReport = async () => {
    const storage = await device;
    const draft = await written(storage, "{}");
    const id = await storage.drafts.submissionOf(draft);
    await storage.outbox.freeze(await parcelFor(id, ["police", "council"]), draft);
    return id;
  };
  globalThis.stateOf = async (id) => (await (await device).outbox.find(id))?.state.kind;
`;

/** A site with the real service worker, and an endpoint behind it that signs for all it gets. */
export async function site() {
  const manifest = JSON.stringify(
    Object.keys(shelf)
      .concat("/page.js")
      .map((url) => ({ url, revision: "1" })),
  );
  const keys = `export const keys = { version: 1, organisations: {}, receipts: { publicKey: "${publicKey}" } };`;
  const worker = await bundled(`import "/src/service-worker/start.ts";`, {
    "virtual:keys": keys,
    "virtual:packs": `export const packs = ["en-GB", "ar", "point"];`,
  });
  const files: Record<string, string> = {
    ...pages,
    "/page.js": await bundled(pageCode),
    "/service-worker.js": worker.replace("self.__WB_MANIFEST", manifest),
  };
  const received = new Map<string, Submission>();
  const missing = new Set<string>();
  const asked: string[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const id = /^\/v1\/submissions\/([0-9a-f]{32})$/.exec(pathname)?.[1];
    if (id && request.method === "PUT") {
      const submission = JSON.parse(await text(request)) as Submission;
      received.set(id, submission);
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(receiptFor(id, submission)));
      return;
    }
    asked.push(pathname);
    const file = missing.has(pathname) ? undefined : files[pathname.endsWith("/") ? `${pathname}index.html` : pathname];
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(file === undefined ? 404 : 200, { "content-type": type, "cache-control": "no-store" });
    response.end(file ?? "not here");
  }
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    worker,
    received,
    /** Every path that was asked for, in order. */
    asked,
    /** Paths that are not there for now. */
    missing,
    /** From now on the site has another release of the worker, and other pages with it. */
    release() {
      const revised = files["/service-worker.js"]?.replaceAll('"revision":"1"', '"revision":"2"');
      files["/service-worker.js"] = `${revised}\n// another release`;
      for (const path of Object.keys(files).filter(isPage)) files[path] += "<p>2</p>";
    },
    goDown() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
    comeUp: () => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve)),
  };
}

function receiptFor(submission: string, { letters }: Submission) {
  const held = letters.map(({ organisation, digest }) => ({ organisation, digest }));
  const claim = { version: 1, submission, letters: held, receivedAt: new Date().toISOString() } as const;
  return { claim, signature: sign(null, Buffer.from(signedText(claim)), receiptKeys.privateKey).toString("base64") };
}
