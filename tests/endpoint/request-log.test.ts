import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Deployment, makeDeployment, newId, type Running } from "./deployment.ts";

const line = z.strictObject({
  method: z.enum(["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS"]),
  route: z.enum([
    "/*",
    "/assets/*",
    "/v1/submissions/:id",
    "/v1/health",
    "/v1/letters",
    "/v1/letters/:submission",
    "/v1/letters/:submission/acknowledgement",
    "/v1/session",
    "none",
  ]),
  status: z.int(),
  took: z.enum(["under10ms", "under100ms", "under1s", "under10s", "longer"]),
});

const canary = "Zitronenfalter";

let deployment: Deployment;
let endpoint: Running;
let id: string;
let secrets: string[];
beforeAll(async () => {
  deployment = await makeDeployment();
  const token = await deployment.token("police");
  const passphrase = await deployment.staff("police", "a.khan");
  endpoint = await deployment.start();
  id = newId();
  secrets = [token, passphrase];
  await visitEverything(token, passphrase);
  await endpoint.close();
});
afterAll(() => deployment.remove());

/** Everything a device, a desk and a stranger may send, each with the canary wherever a word can stand. */
async function visitEverything(token: string, passphrase: string): Promise<void> {
  const named = {
    "user-agent": canary,
    referer: `http://${canary}/`,
    "x-forwarded-for": "203.0.113.77",
    cookie: canary,
  };
  const body = await deployment.sealed(`My name is ${canary}.`);
  await endpoint.put(id, body, named);
  await endpoint.put(id, await deployment.sealed(canary), named);
  await endpoint.put(id, { ...body, [canary]: canary }, named);
  await endpoint.put(canary, body, named);
  await endpoint.put(newId(), canary, named);
  for (const path of [`/${canary}`, `/?name=${canary}`, `/assets/${canary}`, `/%zz${canary}`, `/v1/${canary}`])
    await fetch(endpoint.app + path, { headers: named });
  await fetch(`${endpoint.app}/v1/health?${canary}`, { headers: named });
  const bearer = { ...named, authorization: `Bearer ${token}` };
  await fetch(`${endpoint.desk}/v1/letters?after=${canary}`, { headers: bearer });
  await fetch(`${endpoint.desk}/v1/letters`, { headers: bearer });
  await fetch(`${endpoint.desk}/v1/letters/${id}`, { headers: bearer });
  await fetch(`${endpoint.desk}/v1/letters/${id}/acknowledgement`, { method: "POST", headers: bearer });
  await fetch(`${endpoint.desk}/v1/letters`, { headers: { authorization: `Bearer ${canary}${canary}` } });
  for (const tried of [passphrase, canary])
    await fetch(`${endpoint.desk}/v1/session`, {
      method: "POST",
      headers: { ...named, "content-type": "application/json" },
      body: JSON.stringify({ name: "a.khan", passphrase: tried }),
    });
  await sendRaw(`${canary} / HTTP/1.1\r\n\r\n`);
  await sendRaw(`GET / HTTP/1.1\r\nhost: x\r\n${canary}\r\n\r\n`);
}

function sendRaw(text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(endpoint.app).port), "127.0.0.1", () => socket.end(text));
    socket.on("close", () => resolve()).on("error", () => resolve());
    socket.resume();
  });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("F46: what is left behind of a report", () => {
  it("is, in the log, a method, a route pattern, a status and a coarse duration, and nothing else", () => {
    expect(deployment.logged.length).toBeGreaterThan(15);
    for (const each of deployment.logged) expect(line.safeParse(JSON.parse(each)).success, each).toBe(true);
  });

  it("is no id, no address, no time, no browser and no word of it, in any log line", () => {
    const log = deployment.logged.join("\n");
    for (const word of [id, id.slice(0, 8), canary, "127.0.0.1", "203.0.113", "a.khan", ...secrets])
      expect(log, word).not.toContain(word);
    expect(log).not.toMatch(/\d{4}-\d\d-\d\d|\d{10}/);
  });

  it("is no word of it in any file that the endpoint writes, and no secret and no address", () => {
    for (const file of filesUnder(deployment.settings.dataFolder)) {
      const content = readFileSync(file).toString("latin1");
      for (const word of [canary, "203.0.113", "127.0.0.1", ...secrets]) expect(content, file).not.toContain(word);
    }
  });

  it("is not sent back to whoever asks for something strange", async () => {
    const again = await deployment.start();
    for (const path of [`/${canary}`, `/v1/${canary}`, `/%zz${canary}`, `/v1/submissions/${canary}`])
      expect(await (await fetch(again.app + path)).text()).not.toContain(canary);
    await again.close();
  });
});
