import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { letterList } from "../../src/wire/collection.ts";
import { madeCode, pointAsTold, pointList, tabletList } from "../../src/wire/coordination.ts";
import { connectPoint, enrolled, enrolment, enrolmentRefusal, newTabletToken } from "../../src/wire/enrolment.ts";
import { health } from "../../src/wire/health.ts";
import { deploymentKeys } from "../../src/wire/keys.ts";
import { receipt } from "../../src/wire/receipt.ts";
import { refusal } from "../../src/wire/refusal.ts";
import { deskSession, signIn } from "../../src/wire/session.ts";
import { submission } from "../../src/wire/submission.ts";
import { type Deployment, makeDeployment, newId, newToken, type Running } from "./deployment.ts";

type Json = Readonly<Record<string, unknown>>;
interface Operation {
  readonly summary: string;
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Json }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Json }> }>;
}
interface Contract {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

let deployment: Deployment;
let endpoint: Running;
let app: Contract;
let desk: Contract;
beforeAll(async () => {
  deployment = await makeDeployment();
  endpoint = await deployment.start();
  [app, desk] = await Promise.all(
    [endpoint.app, endpoint.desk].map(async (origin) => (await fetch(`${origin}/v1/openapi.json`)).json()),
  );
});
afterAll(async () => {
  await endpoint.close();
  deployment.remove();
});

function inJson(schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input" });
  return JSON.parse(JSON.stringify(json), constAsEnum);
}

/** OpenAPI's tools write a constant as an enum of one; both mean the same. */
function constAsEnum(_key: string, value: unknown): unknown {
  if (!(value instanceof Object) || !("const" in value)) return value;
  const { const: only, ...rest } = value;
  return { ...rest, enum: [only] };
}

function answerSchema(contract: Contract, path: string, method: string, status: number): Json | undefined {
  const schema = contract.paths[path]?.[method]?.responses[status]?.content?.["application/json"]?.schema;
  if (schema === undefined) return undefined;
  const { description: _, ...rest } = schema;
  return rest;
}

describe("the published contract", () => {
  it("names every route of the letterbox and no other", () => {
    const routes = ({ paths }: Contract) =>
      Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(app.openapi).toBe("3.1.0");
    expect(routes(app).sort()).toEqual([
      "get /v1/health",
      "get /v1/tablet",
      "post /v1/enrolments",
      "put /v1/submissions/{id}",
      "put /v1/tablet/token",
    ]);
    expect(routes(desk).sort()).toEqual([
      "delete /v1/points/{id}/tablets/{tablet}",
      "delete /v1/session",
      "get /v1/health",
      "get /v1/keys",
      "get /v1/letters",
      "get /v1/letters/{submission}",
      "get /v1/points",
      "get /v1/points/{id}/tablets",
      "get /v1/session",
      "post /v1/letters/{submission}/acknowledgement",
      "post /v1/points/{id}/codes",
      "post /v1/session",
      "put /v1/points/{id}",
    ]);
  });

  it("describes bodies by the very schemas that they are checked with", () => {
    const body = (contract: Contract, path: string, method: string) =>
      contract.paths[path]?.[method]?.requestBody?.content["application/json"]?.schema;
    expect(body(app, "/v1/submissions/{id}", "put")).toEqual(inJson(submission));
    expect(body(app, "/v1/enrolments", "post")).toEqual(inJson(enrolment));
    expect(body(app, "/v1/tablet/token", "put")).toEqual(inJson(newTabletToken));
    expect(body(desk, "/v1/session", "post")).toEqual(inJson(signIn));
    expect(body(desk, "/v1/points/{id}", "put")).toEqual(inJson(pointAsTold));
  });

  it("describes answers by the schemas that devices and desks believe", () => {
    expect(answerSchema(app, "/v1/submissions/{id}", "put", 200)).toEqual(inJson(receipt));
    expect(answerSchema(app, "/v1/health", "get", 200)).toEqual(inJson(health));
    expect(answerSchema(app, "/v1/enrolments", "post", 200)).toEqual(inJson(enrolled));
    expect(answerSchema(app, "/v1/enrolments", "post", 403)).toEqual(inJson(enrolmentRefusal));
    expect(answerSchema(app, "/v1/tablet", "get", 200)).toEqual(inJson(enrolled));
    expect(answerSchema(desk, "/v1/letters", "get", 200)).toEqual(inJson(letterList));
    expect(answerSchema(desk, "/v1/session", "get", 200)).toEqual(inJson(deskSession));
    expect(answerSchema(desk, "/v1/keys", "get", 200)).toEqual(inJson(deploymentKeys));
    expect(answerSchema(desk, "/v1/points", "get", 200)).toEqual(inJson(pointList));
    expect(answerSchema(desk, "/v1/points/{id}/codes", "post", 200)).toEqual(inJson(madeCode));
    expect(answerSchema(desk, "/v1/points/{id}/tablets", "get", 200)).toEqual(inJson(tabletList));
    for (const status of [400, 401, 413, 415, 422, 429, 503])
      expect(answerSchema(app, "/v1/submissions/{id}", "put", status)).toEqual(inJson(refusal));
  });
});

describe("the endpoint answers as its contract says", () => {
  interface Asked {
    readonly origin: "app" | "desk";
    readonly path: string;
    readonly as?: string;
    readonly init?: RequestInit;
  }

  const schemas: Record<string, z.ZodMiniType> = {
    "put /v1/submissions/{id} 200": receipt,
    "get /v1/health 200": health,
    "get /v1/letters 200": letterList,
    "get /v1/session 200": deskSession,
    "post /v1/session 200": deskSession,
    "get /v1/keys 200": deploymentKeys,
    "post /v1/enrolments 200": enrolled,
    "post /v1/enrolments 403": enrolmentRefusal,
    "get /v1/tablet 200": enrolled,
    "get /v1/points 200": pointList,
    "put /v1/points/{id} 200": connectPoint,
    "post /v1/points/{id}/codes 200": madeCode,
    "get /v1/points/{id}/tablets 200": tabletList,
  };

  /** Asks, and expects a status that the contract names and a body that the schema of that answer accepts. */
  async function expectAsPromised({ origin, path, as = path, init = {} }: Asked): Promise<Response> {
    const method = (init.method ?? "GET").toLowerCase();
    const answer = await fetch(endpoint[origin] + path, init);
    const promised = (origin === "app" ? app : desk).paths[as]?.[method]?.responses[answer.status];
    expect(promised, `${method} ${as} ${answer.status}`).toBeDefined();
    const schema = schemas[`${method} ${as} ${answer.status}`] ?? (answer.status >= 400 ? refusal : undefined);
    if (schema) expect(schema.safeParse(await answer.clone().json()).success).toBe(true);
    if (promised?.content === undefined) expect(await answer.clone().text()).toBe("");
    return answer;
  }

  const json = { "content-type": "application/json" };

  it("to a device", async () => {
    const body = JSON.stringify(await deployment.sealed("x"));
    const other = JSON.stringify(await deployment.sealed("y"));
    const as = "/v1/submissions/{id}";
    const path = `/v1/submissions/${newId()}`;
    const put = (text: string, headers: Record<string, string> = json, at = path) =>
      expectAsPromised({ origin: "app", path: at, as, init: { method: "PUT", headers, body: text } });
    const statuses = [await put(body), await put(body), await put(other), await put("{"), await put("x".repeat(3e6))];
    statuses.push(await put(body, { "content-type": "text/plain" }), await put(body, json, "/v1/submissions/x"));
    expect(statuses.map((answer) => answer.status)).toEqual([200, 200, 422, 400, 413, 415, 400]);
    await expectAsPromised({ origin: "app", path: "/v1/health" });
  });

  it("to a Connect point's tablet", async () => {
    const [code, token] = [await deployment.code(), newToken()];
    const bearer = { authorization: `Bearer ${token}` };
    const ask = (path: string, init: RequestInit) => expectAsPromised({ origin: "app", path, init });
    const enrol = (body: unknown, headers: Record<string, string> = json) =>
      ask("/v1/enrolments", { method: "POST", headers, body: JSON.stringify(body) });
    const change = (body: unknown, headers: Record<string, string>) =>
      ask("/v1/tablet/token", { method: "PUT", headers, body: JSON.stringify(body) });
    const statuses = [
      await enrol({ version: 1, code, token }),
      await enrol({ version: 1, code, token: newToken() }),
      await enrol({ version: 1, code }),
      await enrol({ version: 1, code, token }, { "content-type": "text/plain" }),
      await ask("/v1/tablet", { headers: bearer }),
      await ask("/v1/tablet", {}),
      await change({ version: 1, token: newToken() }, { ...json, ...bearer }),
      await change({ version: 1 }, { ...json, ...bearer }),
      await change({ version: 1, token: newToken() }, json),
    ];
    expect(statuses.map((answer) => answer.status)).toEqual([200, 403, 400, 415, 200, 401, 204, 400, 401]);
    const body = JSON.stringify(await deployment.sealed("x"));
    const as = "/v1/submissions/{id}";
    for (const [secret, status] of [
      [token, 200],
      [newToken(), 401],
    ] as const) {
      const headers = { ...json, authorization: `Bearer ${secret}` };
      const path = `/v1/submissions/${newId()}`;
      const answer = await expectAsPromised({ origin: "app", path, as, init: { method: "PUT", headers, body } });
      expect(answer.status).toBe(status);
    }
  });

  it("to a coordinator's system", async () => {
    const bearer = { authorization: `Bearer ${await deployment.coordinator()}` };
    const settings = { sharedDrafts: true, draftDays: 14, idleMinutes: 2, sendWithinDays: 7 };
    const told = JSON.stringify({ version: 1, name: "Market", tier: "2", settings });
    const statuses: number[] = [];
    for (const headers of [bearer, {} as Record<string, string>]) {
      const ask = async (method: string, path: string, as: string, body?: string) => {
        const content = body === undefined ? { headers } : { headers: { ...json, ...headers }, body };
        const answer = await expectAsPromised({ origin: "desk", path, as, init: { method, ...content } });
        statuses.push(answer.status);
      };
      await ask("PUT", "/v1/points/market", "/v1/points/{id}", told);
      await ask("GET", "/v1/points", "/v1/points");
      await ask("POST", "/v1/points/market/codes", "/v1/points/{id}/codes");
      await ask("GET", "/v1/points/market/tablets", "/v1/points/{id}/tablets");
      await ask("DELETE", "/v1/points/market/tablets/00000000", "/v1/points/{id}/tablets/{tablet}");
    }
    expect(statuses).toEqual([200, 200, 200, 200, 404, 401, 401, 401, 401, 401]);
  });

  it("to a desk and an organisation's own system", async () => {
    const token = { authorization: `Bearer ${await deployment.token("police")}` };
    const passphrase = await deployment.staff("police", "a.khan");
    const id = newId();
    await endpoint.put(id, await deployment.sealed("x"));
    const ask = (path: string, as: string, init: RequestInit) => expectAsPromised({ origin: "desk", path, as, init });
    const signingIn = (secret: string) =>
      ask("/v1/session", "/v1/session", {
        method: "POST",
        headers: json,
        body: JSON.stringify({ name: "a.khan", passphrase: secret }),
      });
    await signingIn("wrong");
    const cookie = (await signingIn(passphrase)).headers.get("set-cookie")?.split(";")[0] ?? "";
    await ask("/v1/session", "/v1/session", { headers: { cookie } });
    await ask("/v1/session", "/v1/session", {});
    await ask("/v1/session", "/v1/session", { method: "DELETE", headers: { cookie } });
    await ask("/v1/session", "/v1/session", { method: "DELETE", headers: { "sec-fetch-site": "cross-site" } });
    await ask("/v1/keys", "/v1/keys", {});
    await ask("/v1/health", "/v1/health", {});
    for (const headers of [token, {}]) {
      await ask("/v1/letters?limit=1", "/v1/letters", { headers });
      await ask("/v1/letters?limit=x", "/v1/letters", { headers });
      for (const name of [id, newId(), "x"]) {
        await ask(`/v1/letters/${name}`, "/v1/letters/{submission}", { headers });
        const path = `/v1/letters/${name}/acknowledgement`;
        await ask(path, "/v1/letters/{submission}/acknowledgement", { method: "POST", headers });
      }
    }
  });
});
