import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { letterList } from "../../src/wire/collection.ts";
import { type Enrolled, enrolled } from "../../src/wire/enrolment.ts";
import { type Deployment, makeDeployment, newId, newToken, type Running, receiptIn } from "./deployment.ts";

let deployment: Deployment;
let endpoint: Running;
beforeEach(async () => {
  deployment = await makeDeployment();
  endpoint = await deployment.start();
});
afterEach(async () => {
  await endpoint.close();
  deployment.remove();
});

async function said(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.json()).refusal}`;
}

async function letIn(token = newToken(), point?: string): Promise<Enrolled & { readonly token: string }> {
  const answer = await endpoint.enrol(await deployment.code(point), token);
  return { ...enrolled.parse(await answer.json()), token };
}

const stands = async (token: string) => (await endpoint.asTablet("GET", "/v1/tablet", token)).status;

describe("a tablet that asks how things stand", () => {
  it("hears of a new name and new settings of its point", async () => {
    const { token, tablet, point } = await letIn();
    const changed = {
      ...point,
      name: "East Hub",
      settings: { ...point.settings, idleMinutes: 5, sharedDrafts: false },
    };
    await deployment.withPoints(({ points }) => points.putPoint(changed, "2026-11-22T09:00:00.000Z"));
    const answer = await endpoint.asTablet("GET", "/v1/tablet", token);
    expect(enrolled.parse(await answer.json())).toEqual({ version: 1, tablet, point: changed });
  });

  it("F26: hears that its token was revoked, as does whoever has none or another one", async () => {
    const { token, tablet } = await letIn();
    await deployment.revoke("east-library", tablet);
    expect(await said(await endpoint.asTablet("GET", "/v1/tablet", token))).toBe("401 notAllowed");
    expect(await said(await endpoint.asTablet("GET", "/v1/tablet", newToken()))).toBe("401 notAllowed");
    expect(await said(await fetch(`${endpoint.app}/v1/tablet`))).toBe("401 notAllowed");
  });
});

describe("a new token for a tablet", () => {
  const change = (token: string, next: string) =>
    endpoint.asTablet("PUT", "/v1/tablet/token", token, { version: 1, token: next });

  it("counts beside the old one until it is first used, and then alone", async () => {
    const { token, tablet } = await letIn();
    const next = newToken();
    expect((await change(token, next)).status).toBe(204);
    expect(await stands(token)).toBe(200);
    expect((await change(token, next)).status).toBe(204);
    expect(await (await endpoint.asTablet("GET", "/v1/tablet", next)).json()).toMatchObject({ tablet });
    expect(await stands(token)).toBe(401);
    expect((await change(next, next)).status).toBe(204);
    expect(await stands(next)).toBe(200);
  });

  it("is first used by a report as well", async () => {
    const { token } = await letIn();
    const next = newToken();
    await change(token, next);
    const body = await deployment.sealed("x");
    expect((await endpoint.put(newId(), body, { authorization: `Bearer ${next}` })).status).toBe(200);
    expect(await stands(token)).toBe(401);
  });

  it("F26: is not given to a revoked tablet, and falls with it", async () => {
    const { token, tablet } = await letIn();
    const next = newToken();
    await change(token, next);
    await deployment.revoke("east-library", tablet);
    expect(await said(await change(token, newToken()))).toBe("401 notAllowed");
    expect(await stands(next)).toBe(401);
  });

  it("is never that of another tablet", async () => {
    const [one, other] = [await letIn(), await letIn()];
    expect(await said(await change(one.token, other.token))).toBe("400 malformed");
    expect(await stands(other.token)).toBe(200);
  });
});

describe("a report from a tablet", () => {
  const put = async (id: string, headers: Record<string, string>, body?: unknown) =>
    endpoint.put(id, body ?? (await deployment.sealed("x")), headers);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const listed = async () =>
    letterList.parse(await (await endpoint.list(await deployment.token("police"))).json()).letters;

  it("is listed with its Connect point, and one from a person's own phone without", async () => {
    const { token } = await letIn();
    await put(newId(), bearer(token));
    await put(newId(), {});
    expect((await listed()).map(({ from }) => from)).toEqual([
      { point: "east-library", name: "Name of east-library" },
      null,
    ]);
  });

  it("keeps the name that its point had when it came", async () => {
    const { token, point } = await letIn();
    await put(newId(), bearer(token));
    await deployment.withPoints(({ points }) =>
      points.putPoint({ ...point, name: "East Hub" }, "2026-11-22T09:00:00.000Z"),
    );
    await put(newId(), bearer(token));
    expect((await listed()).map(({ from }) => from?.name)).toEqual(["Name of east-library", "East Hub"]);
  });

  it("F26: is refused when the tablet's token was revoked, and nothing of it is kept", async () => {
    const { token, tablet } = await letIn();
    await deployment.revoke("east-library", tablet);
    const [id, body] = [newId(), await deployment.sealed("x")];
    for (const header of [`Bearer ${token}`, `Bearer ${newToken()}`, "Bearer x", `Basic ${token}`, ""])
      expect(await said(await put(id, { authorization: header }, body)), header).toBe("401 notAllowed");
    expect(await listed()).toEqual([]);
  });

  it("F26: is taken, with the very same bytes, when its tablet is enrolled again", async () => {
    const first = await letIn();
    await deployment.revoke("east-library", first.tablet);
    const [id, body] = [newId(), await deployment.sealed("x")];
    expect((await put(id, bearer(first.token), body)).status).toBe(401);
    const again = await letIn();
    expect((await put(id, bearer(again.token), body)).status).toBe(200);
    expect((await listed()).map(({ submission, from }) => [submission, from?.point])).toEqual([[id, "east-library"]]);
  });

  it("F19: has one receipt and one mark, that of its first arrival, however often it comes", async () => {
    const [one, other] = [await letIn(newToken(), "east-library"), await letIn(newToken(), "west-library")];
    const [id, body] = [newId(), await deployment.sealed("x")];
    const receipts = [];
    for (const headers of [bearer(one.token), bearer(other.token), {}])
      receipts.push(await receiptIn(await put(id, headers, body)));
    expect(receipts[1]).toEqual(receipts[0]);
    expect(receipts[2]).toEqual(receipts[0]);
    expect((await listed()).map(({ from }) => from?.point)).toEqual(["east-library"]);
  });

  it("tells an organisation the point and not the tablet", async () => {
    const { token, tablet } = await letIn();
    await put(newId(), bearer(token));
    expect(await (await endpoint.list(await deployment.token("police"))).text()).not.toContain(tablet);
  });
});
