import { connect } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { networkNamer, networkOf } from "../../src/endpoint/coarse-address.ts";
import { lettersFile } from "../../src/endpoint/endpoint.ts";
import { sqliteLetterbox } from "../../src/endpoint/sqlite-letterbox.ts";
import { refusal } from "../../src/wire/refusal.ts";
import { type Deployment, makeDeployment, newId, receiptIn } from "./deployment.ts";

let deployment: Deployment;
beforeEach(async () => {
  deployment = await makeDeployment();
});
afterEach(() => deployment.remove());

describe("F27: a flood", () => {
  it("turns away what is too much, says when to come back, and takes it then", async () => {
    const endpoint = await deployment.start({ limits: { submissionsPerMinute: 3, windowMs: 1500 } });
    const body = await deployment.sealed("Nothing is lost by waiting.");
    const ids = Array.from({ length: 5 }, newId);
    const answers = [];
    for (const id of ids) answers.push(await endpoint.put(id, body));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429, 429]);
    const turnedAway = answers[3];
    expect(refusal.parse(await turnedAway?.json())).toEqual({ refusal: "tooMany" });
    const afterSeconds = Number(turnedAway?.headers.get("retry-after"));
    expect(afterSeconds).toBeGreaterThan(0);
    expect(afterSeconds).toBeLessThanOrEqual(2);
    await new Promise((resolve) => setTimeout(resolve, afterSeconds * 1000));
    const id = ids[3] ?? "";
    expect((await receiptIn(await endpoint.put(id, body))).claim.submission).toBe(id);
    await endpoint.close();
  });

  it("counts the network that a trusted proxy names, and believes nobody else's word for it", async () => {
    const limits = { submissionsPerMinute: 1, windowMs: 60_000 };
    const from = (address: string) => ({ "x-forwarded-for": address });
    const body = await deployment.sealed("x");
    const behind = await deployment.start({ limits, proxies: ["127.0.0.1"] });
    expect((await behind.put(newId(), body, from("203.0.113.7"))).status).toBe(200);
    expect((await behind.put(newId(), body, from("203.0.113.200"))).status).toBe(429); // the same /24
    expect((await behind.put(newId(), body, from("198.51.100.7"))).status).toBe(200);
    await behind.close();
    const bare = await deployment.start({ limits });
    expect((await bare.put(newId(), body, from("203.0.113.7"))).status).toBe(200);
    expect((await bare.put(newId(), body, from("198.51.100.7"))).status).toBe(429);
    await bare.close();
  });

  it("does not count pages, so that help can be read while reports wait", async () => {
    const endpoint = await deployment.start({ limits: { submissionsPerMinute: 1, otherPerMinute: 1 } });
    for (let n = 0; n < 20; n++) expect((await fetch(endpoint.app)).status).toBe(200);
    await endpoint.close();
  });

  it.each([
    ["203.0.113.7", "203.0.113"],
    ["::ffff:203.0.113.7", "203.0.113"],
    ["2001:db8:12:3456::1", "2001:db8:12"],
    ["2001:0DB8:0012:3456:0:0:0:1", "2001:db8:12"],
    ["2001:db8::1", "2001:db8:0"],
    ["::1", "0:0:0"],
  ])("names %s by no more than its network", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("names the same network differently tomorrow", () => {
    let now = 0;
    let chance = 0;
    const name = networkNamer(
      () => now,
      (length) => new Uint8Array(length).fill(++chance),
    );
    const today = name("203.0.113.7");
    expect(name("203.0.113.9")).toBe(today);
    expect(name("203.0.114.7")).not.toBe(today);
    expect(today).not.toContain("203");
    now = 24 * 60 * 60 * 1000;
    expect(name("203.0.113.7")).not.toBe(today);
  });
});

describe("trouble with the store", () => {
  it("F31 F18: answers 503 and when to come back while another program holds the lock, then takes the report", async () => {
    const endpoint = await deployment.start(
      {},
      { openLetterbox: (folder) => sqliteLetterbox({ file: lettersFile(folder), lockWaitMs: 200 }) },
    );
    const other = new DatabaseSync(lettersFile(deployment.settings.dataFolder));
    other.exec("BEGIN IMMEDIATE");
    const id = newId();
    const body = await deployment.sealed("x");
    const refused = await endpoint.put(id, body);
    expect(refused.status).toBe(503);
    expect(refusal.parse(await refused.json())).toEqual({ refusal: "busy" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetch(`${endpoint.app}/v1/health`)).status).toBe(503);
    expect((await fetch(endpoint.app)).status).toBe(200);
    other.exec("ROLLBACK");
    other.close();
    expect((await endpoint.put(id, body)).status).toBe(200);
    expect((await fetch(`${endpoint.app}/v1/health`)).status).toBe(200);
    await endpoint.close();
  });

  it("answers with a reason, and logs no word of it, when the store fails in a way nobody foresaw", async () => {
    const endpoint = await deployment.start(
      {},
      {
        openLetterbox: async (folder) => ({
          ...(await sqliteLetterbox({ file: lettersFile(folder), lockWaitMs: 200 })),
          keep: async ({ submission }) => {
            throw new TypeError(`cannot keep ${submission}`);
          },
        }),
      },
    );
    const id = newId();
    const answer = await endpoint.put(id, await deployment.sealed("x"));
    expect(answer.status).toBe(503);
    expect(refusal.parse(await answer.json())).toEqual({ refusal: "busy" });
    await endpoint.close();
    const fault = deployment.logged.find((line) => line.includes("fault")) ?? "";
    expect(JSON.parse(fault)).toMatchObject({ fault: "TypeError", route: "/v1/submissions/:id" });
    expect(deployment.logged.join("\n")).not.toContain(id);
  });
});

describe("a device that is very slow", () => {
  it("is given up after a bounded time, so that it holds no place for ever", async () => {
    const endpoint = await deployment.start({ limits: { requestMs: 1000, idleMs: 1500 } });
    const { port } = new URL(endpoint.app);
    const began = performance.now();
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () =>
        socket.write(
          `PUT /v1/submissions/${newId()} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n{`,
        ),
      );
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(text));
      socket.on("error", () => {});
    });
    expect(performance.now() - began).toBeLessThan(40_000);
    expect(answer === "" || answer.startsWith("HTTP/1.1 408")).toBe(true);
    await endpoint.close();
  });
});
