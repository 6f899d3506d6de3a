import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { askAt, timeoutFor } from "../../src/sync/ask.ts";
import { sendTo } from "../../src/sync/send.ts";
import { receipt, submission } from "./replies.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function endpoint(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const letter = { organisation: "police", digest: "a".repeat(64), age: "YWdl" };
const send = (origin: string) => sendTo(origin, fetch)(submission, { version: 1, letters: [letter] }, null);

describe("sending a submission", () => {
  it("puts it under its id as JSON, without cookies or a referrer, and brings back what was answered", async () => {
    let seen = "";
    const origin = await endpoint((request, response) => {
      seen = `${request.method} ${request.url} ${request.headers["content-type"]} ${request.headers.cookie} ${request.headers.referer}`;
      response.setHeader("content-type", "application/json; charset=utf-8");
      response.setHeader("date", "Mon, 23 Nov 2026 10:00:00 GMT");
      response.end(JSON.stringify(receipt));
    });
    expect(await send(origin)).toEqual({
      kind: "answered",
      status: 200,
      body: receipt,
      retryAfter: null,
      date: "Mon, 23 Nov 2026 10:00:00 GMT",
    });
    expect(seen).toBe(`PUT /v1/submissions/${submission} application/json undefined undefined`);
  });

  it("F18: brings back when to come again", async () => {
    const origin = await endpoint((_request, response) => {
      response.writeHead(503, { "retry-after": "30", "content-type": "application/json" });
      response.end('{"refusal":"busy"}');
    });
    expect(await send(origin)).toMatchObject({ status: 503, retryAfter: "30", body: { refusal: "busy" } });
  });

  it("F17: does not even read a portal's page, or JSON that never ends", async () => {
    const page = await endpoint((_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>Sign in to the WiFi</title>");
    });
    expect(await send(page)).toMatchObject({ kind: "answered", status: 200, body: undefined });
    const endless = await endpoint((_request, response) => {
      response.setHeader("content-type", "application/json");
      const writing = setInterval(() => response.write(" ".repeat(10_000)), 1);
      response.on("close", () => clearInterval(writing));
    });
    expect(await send(endless)).toMatchObject({ kind: "answered", status: 200, body: undefined });
  });

  it("comes to nothing when it is redirected, cut off, or answered by nobody", async () => {
    const redirecting = await endpoint((_request, response) => {
      response.writeHead(302, { location: "/signin" });
      response.end();
    });
    expect(await send(redirecting)).toEqual({ kind: "none" });
    const cutting = await endpoint((request) => request.socket.destroy());
    expect(await send(cutting)).toEqual({ kind: "none" });
    expect(await send("http://127.0.0.1:9")).toEqual({ kind: "none" });
  });

  it("has more patience with a larger report", () => {
    expect(timeoutFor(4_000)).toBeLessThan(31_000);
    expect(timeoutFor(2 * 1024 * 1024)).toBeGreaterThan(250_000);
  });
});

describe("asking as a tablet", () => {
  it("shows its token in the header, and sends no body where there is none", async () => {
    const seen: string[] = [];
    const origin = await endpoint((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization} ${request.headers["content-type"]}`);
      response.writeHead(204).end();
    });
    const ask = askAt(origin, fetch);
    const reply = await ask({ method: "GET", path: "/v1/tablet", token: "badge", body: null });
    expect(reply).toMatchObject({ kind: "answered", status: 204, body: undefined });
    await sendTo(origin, fetch)(submission, { version: 1, letters: [letter] }, "badge");
    expect(seen).toEqual([
      "GET /v1/tablet Bearer badge undefined",
      `PUT /v1/submissions/${submission} Bearer badge application/json`,
    ]);
  });
});
