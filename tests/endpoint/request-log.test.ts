import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Deployment, makeDeployment, newId, newToken, type Running, sent } from "./deployment.ts";

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
    "/v1/enrolments",
    "/v1/tablet",
    "/v1/tablet/token",
    "/v1/points",
    "/v1/points/:id",
    "/v1/points/:id/codes",
    "/v1/points/:id/tablets",
    "/v1/points/:id/tablets/:tablet",
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
/** What is no secret, and yet no log's business. */
let names: string[];
beforeAll(async () => {
  deployment = await makeDeployment();
  const token = await deployment.token("police");
  const passphrase = await deployment.staff("police", "a.khan");
  endpoint = await deployment.start();
  id = newId();
  const code = await deployment.code("east-library");
  const coordinator = await deployment.coordinator();
  const tablet = { token: newToken(), next: newToken() };
  secrets = [token, passphrase, code, coordinator, tablet.token, tablet.next];
  names = ["a.khan", "east-library", "market"];
  await visitEverything(token, passphrase);
  await visitAsTablet(code, tablet);
  await visitAsCoordinator(coordinator);
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

async function visitAsTablet(code: string, { token, next }: { token: string; next: string }): Promise<void> {
  for (const tried of ["7K2M-0QXD-PZ41", code, code, canary]) await endpoint.enrol(tried, token);
  await endpoint.enrol(code, next); // used by another
  const known = await (await endpoint.asTablet("GET", "/v1/tablet", token)).json();
  names.push(known.tablet, known.point.name);
  await endpoint.asTablet("GET", `/v1/tablet?${canary}`, `${canary}${canary}`);
  await endpoint.asTablet("PUT", "/v1/tablet/token", token, { version: 1, token: next });
  for (const each of [token, next, token])
    await endpoint.put(newId(), await deployment.sealed(canary), { authorization: `Bearer ${each}` });
}

async function visitAsCoordinator(token: string): Promise<void> {
  const settings = { sharedDrafts: true, draftDays: 14, idleMinutes: 2, sendWithinDays: 7 };
  const ask = (method: string, path: string, body?: unknown, as = token) =>
    sent(`${endpoint.desk}/v1/points${path}`, method, { authorization: `Bearer ${as}` }, body);
  await ask("PUT", "/market", { version: 1, name: "Covered Market", tier: "2", settings });
  names.push("Covered Market");
  await ask("PUT", "/market", { version: 1, name: canary });
  await ask("GET", "");
  const { code } = await (await ask("POST", "/market/codes")).json();
  secrets.push(code);
  for (const point of ["market", "east-library", canary]) {
    await ask("GET", `/${point}/tablets`);
    await ask("DELETE", `/${point}/tablets/0a0b0c0d`);
  }
  await ask("GET", `?${canary}`, undefined, `${canary}${canary}`);
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
    expect(deployment.logged.length).toBeGreaterThan(35);
    for (const each of deployment.logged) expect(line.safeParse(JSON.parse(each)).success, each).toBe(true);
  });

  it("is no id, no address, no time, no browser and no word of it, in any log line", () => {
    const log = deployment.logged.join("\n");
    for (const word of [id, id.slice(0, 8), canary, "127.0.0.1", "203.0.113", ...names, ...secrets])
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
