import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enrolled, usualSettings } from "../../src/wire/enrolment.ts";
import { type Deployment, makeDeployment, newId, newToken, type Running } from "./deployment.ts";

let deployment: Deployment;
let endpoint: Running;
let clock: number;
beforeEach(async () => {
  deployment = await makeDeployment();
  clock = Date.now();
  endpoint = await deployment.start({}, { now: () => clock });
});
afterEach(async () => {
  await endpoint.close();
  deployment.remove();
});

async function said(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.json()).refusal}`;
}

const stands = async (token: string) => (await endpoint.asTablet("GET", "/v1/tablet", token)).status;

describe("enrolling a tablet", () => {
  it("tells it its name, its point and what it works by", async () => {
    const answer = await endpoint.enrol(await deployment.code(), newToken());
    expect(answer.status).toBe(200);
    const { version, tablet, point } = enrolled.parse(await answer.json());
    expect(version).toBe(1);
    expect(tablet).toMatch(/^[0-9a-f]{8}$/);
    expect(point).toEqual({ id: "east-library", name: "Name of east-library", tier: "2", settings: usualSettings });
  });

  it("refuses a wrong code", async () => {
    expect(await said(await endpoint.enrol("7K2M-0QXD-PZ41", newToken()))).toBe("403 wrongCode");
  });

  it("refuses a code that another tablet used", async () => {
    const code = await deployment.code();
    await endpoint.enrol(code, newToken());
    expect(await said(await endpoint.enrol(code, newToken()))).toBe("403 usedCode");
  });

  it("refuses a code that expired", async () => {
    const code = await deployment.code("east-library", 2);
    clock += 3 * 60 * 60 * 1000;
    expect(await said(await endpoint.enrol(code, newToken()))).toBe("403 expiredCode");
  });

  it("gives the answer that got lost when the same tablet asks again, even after the code expired", async () => {
    const [code, token] = [await deployment.code(), newToken()];
    const first = await (await endpoint.enrol(code, token)).text();
    clock += 48 * 60 * 60 * 1000;
    const again = await endpoint.enrol(code, token);
    expect(again.status).toBe(200);
    expect(await again.text()).toBe(first);
  });

  it("answers a tablet the same when its page and its service worker ask at the same moment", async () => {
    const [code, token] = [await deployment.code(), newToken()];
    const answers = await Promise.all(Array.from({ length: 6 }, () => endpoint.enrol(code, token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  it("lets in one of many tablets that race with one code", async () => {
    const code = await deployment.code();
    const answers = await Promise.all(Array.from({ length: 6 }, () => endpoint.enrol(code, newToken())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403, 403]);
  });

  it("wants a new token for a new code, and keeps the code good", async () => {
    const token = newToken();
    await endpoint.enrol(await deployment.code(), token);
    const code = await deployment.code();
    expect(await said(await endpoint.enrol(code, token))).toBe("400 malformed");
    expect((await endpoint.enrol(code, newToken())).status).toBe(200);
  });

  it("refuses what is no enrolment", async () => {
    for (const [code, token] of [
      ["7k2m-0qxd-pz41", newToken()],
      ["7K2M-0QXD-PZ41", "short"],
    ] as const)
      expect(await said(await endpoint.enrol(code, token))).toBe("400 malformed");
  });

  it("F27: gets slow for a network that guesses, while reports are still taken", async () => {
    await endpoint.close();
    endpoint = await deployment.start({ limits: { enrolmentsPerMinute: 2 } });
    const code = await deployment.code();
    const tries = ["7K2M-0QXD-PZ41", "7K2M-0QXD-PZ42", code];
    const statuses = [];
    for (const each of tries) statuses.push((await endpoint.enrol(each, newToken())).status);
    expect(statuses).toEqual([403, 403, 429]);
    expect((await endpoint.put(newId(), await deployment.sealed("x"))).status).toBe(200);
  });

  it("lasts when the endpoint restarts", async () => {
    const token = newToken();
    await endpoint.enrol(await deployment.code(), token);
    const code = await deployment.code();
    await endpoint.close();
    endpoint = await deployment.start();
    expect(await stands(token)).toBe(200);
    expect((await endpoint.enrol(code, newToken())).status).toBe(200);
  });

  it("keeps neither the code nor the token", async () => {
    const [code, token, next] = [await deployment.code(), newToken(), newToken()];
    await endpoint.enrol(code, token);
    await endpoint.asTablet("PUT", "/v1/tablet/token", token, { version: 1, token: next });
    const folder = deployment.settings.dataFolder;
    for (const name of readdirSync(folder).filter((file) => file.startsWith("accounts")))
      for (const secret of [code, token, next]) expect(readFileSync(join(folder, name)).includes(secret)).toBe(false);
  });
});
