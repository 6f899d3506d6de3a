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
  `<!doctype html><html lang="en-GB"><title>${title}</title><h1>${title}</h1><script type="module" src="/page.js"></script>`;

const pages: Readonly<Record<string, string>> = {
  "/index.html": page("Choose a language"),
  "/en-GB/index.html": page("Start"),
  "/en-GB/report/index.html": page("Report"),
};

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
    Object.keys(pages)
      .concat("/page.js")
      .map((url) => ({ url, revision: "1" })),
  );
  const keys = `export const keys = { version: 1, organisations: {}, receipts: { publicKey: "${publicKey}" } };`;
  const worker = await bundled(`import "/src/service-worker/start.ts";`, { "virtual:keys": keys });
  const files: Record<string, string> = {
    ...pages,
    "/page.js": await bundled(pageCode),
    "/service-worker.js": worker.replace("self.__WB_MANIFEST", manifest),
  };
  const received = new Map<string, Submission>();
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
    const file = files[pathname.endsWith("/") ? `${pathname}index.html` : pathname];
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
    /** From now on the site has another release of the worker. */
    release() {
      files["/service-worker.js"] += "\n// another release";
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
