import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeCode, tabletList } from "../../src/wire/coordination.ts";
import { enrolled, usualSettings } from "../../src/wire/enrolment.ts";
import { type Deployment, makeDeployment, newToken, type Running, sent } from "./deployment.ts";

let deployment: Deployment;
let endpoint: Running;
let token: string;
beforeAll(async () => {
  deployment = await makeDeployment();
  token = await deployment.coordinator();
  endpoint = await deployment.start();
});
afterAll(async () => {
  await endpoint.close();
  deployment.remove();
});

const ask = (method: string, path: string, body?: unknown, as = token): Promise<Response> =>
  sent(endpoint.desk + path, method, { authorization: `Bearer ${as}` }, body);

const told = { version: 1, name: "Mosque Hall", tier: "2", settings: usualSettings };

describe("a coordinator's own system", () => {
  it("makes a Connect point, changes it, and lists what there is", async () => {
    const made = await ask("PUT", "/v1/points/mosque-hall", told);
    expect(await made.json()).toEqual({ id: "mosque-hall", name: "Mosque Hall", tier: "2", settings: usualSettings });
    const settings = { ...usualSettings, draftDays: 30 };
    expect((await ask("PUT", "/v1/points/mosque-hall", { ...told, settings })).status).toBe(200);
    const { points } = await (await ask("GET", "/v1/points")).json();
    expect(points).toEqual([{ id: "mosque-hall", name: "Mosque Hall", tier: "2", settings }]);
  });

  it("makes a code, sees the tablet that came with it, and revokes it, twice without harm", async () => {
    await ask("PUT", "/v1/points/market", told);
    const before = Date.now();
    const { code, expiresAt } = madeCode.parse(await (await ask("POST", "/v1/points/market/codes")).json());
    expect(Date.parse(expiresAt) - before).toBeGreaterThanOrEqual(24 * 3_600_000);
    expect(Date.parse(expiresAt) - before).toBeLessThan(25 * 3_600_000);
    const secret = newToken();
    const { tablet } = enrolled.parse(await (await endpoint.enrol(code, secret)).json());
    const tablets = async () => tabletList.parse(await (await ask("GET", "/v1/points/market/tablets")).json()).tablets;
    expect(await tablets()).toMatchObject([{ tablet, revokedAt: null }]);
    const revoke = () => ask("DELETE", `/v1/points/market/tablets/${tablet}`);
    expect((await revoke()).status).toBe(204);
    expect((await revoke()).status).toBe(204);
    expect((await endpoint.asTablet("GET", "/v1/tablet", secret)).status).toBe(401);
    expect((await tablets())[0]?.revokedAt).not.toBeNull();
  });

  it("says for how many hours a code is good, up to a week", async () => {
    await ask("PUT", "/v1/points/market", told);
    const before = Date.now();
    const { expiresAt } = await (await ask("POST", "/v1/points/market/codes?hours=168")).json();
    expect(Date.parse(expiresAt) - before).toBeGreaterThanOrEqual(168 * 3_600_000);
    for (const hours of ["0", "169", "x"])
      expect((await ask("POST", `/v1/points/market/codes?hours=${hours}`)).status).toBe(400);
  });

  it("hears that a point or a tablet is not there", async () => {
    for (const [method, path] of [
      ["POST", "/v1/points/nowhere/codes"],
      ["GET", "/v1/points/nowhere/tablets"],
      ["DELETE", "/v1/points/nowhere/tablets/00000000"],
    ] as const)
      expect((await ask(method, path)).status, path).toBe(404);
  });

  it("is refused a point that is none", async () => {
    for (const wrong of [
      { ...told, settings: { ...usualSettings, idleMinutes: 0 } },
      { ...told, settings: { ...usualSettings, more: 1 } },
      { ...told, name: "" },
      { ...told, id: "x" },
    ])
      expect((await ask("PUT", "/v1/points/market", wrong)).status).toBe(400);
    expect((await ask("PUT", "/v1/points/Market", told)).status).toBe(400);
  });
});

describe("who is no coordinator", () => {
  const routes = [
    ["GET", "/v1/points"],
    ["PUT", "/v1/points/market"],
    ["POST", "/v1/points/market/codes"],
    ["GET", "/v1/points/market/tablets"],
    ["DELETE", "/v1/points/market/tablets/00000000"],
  ] as const;

  it("is let in nowhere: not without a token, not with an organisation's or a tablet's, nor after it was revoked", async () => {
    const tablet = newToken();
    await endpoint.enrol(await deployment.code(), tablet);
    const revoked = await deployment.coordinator();
    await deployment.withPoints(async ({ points }) => {
      for (const { id } of (await points.coordinators()).slice(1)) await points.revokeCoordinator(id);
    });
    for (const [method, path] of routes)
      for (const as of [await deployment.token("police"), tablet, revoked, newToken(), "x"]) {
        const answer = await ask(method, path, method === "PUT" ? told : undefined, as);
        expect(answer.status, `${method} ${path}`).toBe(401);
        expect(await answer.json()).toEqual({ refusal: "notAllowed" });
      }
    expect((await ask("GET", "/v1/points")).status).toBe(200);
  });

  it("and a coordinator opens no letter", async () => {
    expect((await endpoint.list(token)).status).toBe(401);
  });
});
