import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { styleHashes } from "../../src/endpoint/inline-styles.ts";
import { type Deployment, makeDeployment, newId, type Running } from "./deployment.ts";

let deployment: Deployment;
let endpoint: Running;
beforeAll(async () => {
  deployment = await makeDeployment();
  const app = join(deployment.folder, "app");
  const script = `export const text = "${"long ".repeat(500)}";`;
  writeFileSync(join(app, "assets", "b-2.js"), script);
  writeFileSync(join(app, "assets", "b-2.js.br"), brotliCompressSync(script));
  writeFileSync(join(app, "assets", "b-2.js.gz"), gzipSync(script));
  mkdirSync(join(app, "ar", "report"), { recursive: true });
  writeFileSync(join(app, "ar", "report", "index.html"), "<style>p { margin: 0 }</style>");
  writeFileSync(join(app, "service-worker.js"), "self.skipWaiting");
  writeFileSync(join(app, "manifest.webmanifest"), "{}");
  writeFileSync(join(app, ".secret"), "not for anyone");
  endpoint = await deployment.start();
});
afterAll(async () => {
  await endpoint.close();
  deployment.remove();
});

function policyOf(answer: Response): ReadonlyMap<string, string> {
  const parts = (answer.headers.get("content-security-policy") ?? "").split(";").map((part) => part.trim());
  return new Map(parts.map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1).join(" ")]));
}

/** Asks as a browser that revalidates does; `fetch` in Node would forbid an answer of 304. */
function statusFor(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (answer) => resolve(answer.resume().statusCode)).on("error", reject);
  });
}

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("a page's policy", () => {
  it("lets the app run only its own scripts, reach only its own origin, and show only its own inline styles", async () => {
    const policy = policyOf(await fetch(endpoint.app));
    expect(policy.get("default-src")).toBe("'none'");
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("connect-src")).toBe("'self'");
    expect(policy.get("img-src")).toBe("'self' data:");
    expect(policy.get("manifest-src")).toBe("'self'");
    expect(policy.get("worker-src")).toBe("'self'");
    for (const closed of ["base-uri", "form-action", "frame-ancestors"]) expect(policy.get(closed)).toBe("'none'");
    expect(policy.get("require-trusted-types-for")).toBe("'script'");
    expect(policy.get("trusted-types")).toBe("connect");
    const styles = policy.get("style-src") ?? "";
    expect(styles).toContain(hash("body { color: black }"));
    expect(styles).toContain(hash("p { margin: 0 }"));
    expect([...policy.values()].join()).not.toContain("unsafe");
  });

  it("lets the desk have nothing to install and no worker but its own", async () => {
    const policy = policyOf(await fetch(endpoint.desk));
    expect(policy.get("default-src")).toBe("'none'");
    expect(policy.get("worker-src")).toBe("'self'");
    expect(policy.has("manifest-src")).toBe(false);
    expect(policy.get("require-trusted-types-for")).toBe("'script'");
    expect([...policy.values()].join()).not.toContain("unsafe");
  });

  it("keeps other sites out and tells them nothing", async () => {
    for (const origin of [endpoint.app, endpoint.desk]) {
      const { headers } = await fetch(origin);
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("server")).toBeNull();
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });

  it("opens no feature of the device but the place, and that only in the app", async () => {
    const app = (await fetch(endpoint.app)).headers.get("permissions-policy") ?? "";
    const desk = (await fetch(endpoint.desk)).headers.get("permissions-policy") ?? "";
    expect(app).toContain("geolocation=(self)");
    expect(desk).toContain("geolocation=()");
    expect(app).toContain("camera=(self)");
    expect(desk).toContain("camera=()");
    expect(app).toContain("microphone=()");
  });

  it("never tells a browser to clear what waits on the device", async () => {
    for (const path of ["/", "/assets/a-1.js", "/v1/health", "/nothing"])
      expect((await fetch(endpoint.app + path)).headers.has("clear-site-data")).toBe(false);
  });

  it("asks for TLS for ever only where there is TLS", async () => {
    expect((await fetch(endpoint.app)).headers.has("strict-transport-security")).toBe(false);
    const behindTls = await deployment.start({ behindTls: true });
    expect((await fetch(behindTls.app)).headers.get("strict-transport-security")).toContain("max-age=63072000");
    await behindTls.close();
  });

  it("finds inline styles however they are written", () => {
    expect(styleHashes("<STYLE media='print'>a{}</STYLE><style></style>")).toEqual([hash("a{}"), hash("")]);
  });
});

describe("what browsers may keep", () => {
  const rule = async (path: string) => (await fetch(endpoint.app + path)).headers.get("cache-control");

  it("keeps hashed files for a year and asks again for all else", async () => {
    expect(await rule("/assets/a-1.js")).toBe("public, max-age=31536000, immutable");
    for (const path of ["/", "/ar/report/", "/service-worker.js", "/manifest.webmanifest"])
      expect(await rule(path)).toBe("no-cache");
  });

  it("answers 304 while a page is the same", async () => {
    const tag = (await fetch(endpoint.app)).headers.get("etag") ?? "";
    expect(await statusFor(endpoint.app, { "if-none-match": tag })).toBe(304);
    expect(await statusFor(endpoint.app, { "if-none-match": 'W/"another"' })).toBe(200);
  });

  it("keeps no answer of the letterbox", async () => {
    expect(await rule("/v1/health")).toBe("no-store");
    expect((await endpoint.put(newId(), {})).headers.get("cache-control")).toBe("no-store");
  });
});

describe("files", () => {
  it("go out compressed where the browser can read it", async () => {
    const read = (encoding: string) =>
      fetch(`${endpoint.app}/assets/b-2.js`, { headers: { "accept-encoding": encoding } });
    const [br, gzip, plain] = [await read("br, gzip"), await read("gzip"), await read("identity")];
    expect(br.headers.get("content-encoding")).toBe("br");
    expect(gzip.headers.get("content-encoding")).toBe("gzip");
    expect(plain.headers.get("content-encoding")).toBeNull();
    const texts = [await br.text(), await gzip.text(), await plain.text()];
    expect(new Set(texts).size).toBe(1);
    expect(br.headers.get("content-type")).toContain("javascript");
    expect(br.headers.get("vary")).toContain("accept-encoding");
  });

  it("are found by their folder, with or without the last slash", async () => {
    expect((await fetch(`${endpoint.app}/ar/report`)).url).toBe(`${endpoint.app}/ar/report/`);
  });

  it("outside the built folder, or hidden in it, are found by nobody", async () => {
    for (const path of [
      "/.secret",
      "/..%2fkeys%2fkeys.json",
      "/%2e%2e/keys/keys.json",
      "/assets/..%2f..%2fkeys%2fkeys.json",
    ])
      expect((await fetch(endpoint.app + path)).status).toBe(404);
  });

  it("of the app travel without headers that only documents obey, and could do nothing as a worker", async () => {
    const asset = await fetch(`${endpoint.app}/assets/a-1.js`);
    expect(asset.headers.get("content-security-policy")).toBe("default-src 'none'");
    expect(asset.headers.get("x-content-type-options")).toBe("nosniff");
    expect(asset.headers.has("permissions-policy")).toBe(false);
  });

  it("that run as a worker run under their program's whole policy", async () => {
    for (const script of [`${endpoint.app}/service-worker.js`, `${endpoint.desk}/assets/a-1.js`])
      expect(policyOf(await fetch(script)).get("connect-src")).toBe("'self'");
  });

  it("that are missing get the app's own page, where it has one", async () => {
    writeFileSync(join(deployment.folder, "app", "404.html"), "<h1>not here</h1>");
    const again = await deployment.start();
    const missing = await fetch(`${again.app}/en-GB/old`, { headers: { accept: "text/html" } });
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe("<h1>not here</h1>");
    await again.close();
  });
});
