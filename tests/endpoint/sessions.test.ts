import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskSession, deskSettings } from "../../src/wire/session.ts";
import { type Deployment, makeDeployment, newId, type Running } from "./deployment.ts";

const minuteMs = 60_000;

let deployment: Deployment;
let endpoint: Running;
let passphrase: string;
let clock: number;
beforeEach(async () => {
  deployment = await makeDeployment();
  passphrase = await deployment.staff("police", "a.khan");
  clock = Date.parse("2026-11-22T09:00:00Z");
  endpoint = await deployment.start({}, { now: () => clock });
});
afterEach(async () => {
  await endpoint.close();
  deployment.remove();
});

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Response> {
  const json = body === undefined ? {} : { "content-type": "application/json" };
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(endpoint.desk + path, { method, headers: { ...json, ...headers }, ...text });
}

function signIn(name = "a.khan", secret = passphrase, headers: Record<string, string> = {}): Promise<Response> {
  return ask("POST", "/v1/session", headers, { name, passphrase: secret });
}

function cookieOf(answer: Response): string {
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

describe("signing in at the desk", () => {
  it("tells the person who they are and for whom they read", async () => {
    const answer = await signIn();
    expect(answer.status).toBe(200);
    const who = { name: "a.khan", organisation: "police", endsAt: "2026-11-22T21:00:00.000Z" };
    expect(deskSession.parse(await answer.json())).toEqual(who);
    const again = await ask("GET", "/v1/session", { cookie: cookieOf(answer) });
    expect(await again.json()).toEqual(who);
  });

  it("gives the browser a cookie that scripts cannot read and other sites cannot send", async () => {
    const cookie = (await signIn()).headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^connect-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const behindTls = await deployment.start({ behindTls: true });
    const secure = await fetch(`${behindTls.desk}/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "a.khan", passphrase }),
    });
    expect(secure.headers.get("set-cookie")).toMatch(
      /^__Host-connect-desk=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    await behindTls.close();
  });

  it("takes the passphrase as people type it from paper", async () => {
    expect((await signIn("a.khan", passphrase.toLowerCase().replaceAll("-", " "))).status).toBe(200);
  });

  it("answers a wrong name and a wrong passphrase alike", async () => {
    const [name, secret] = [await signIn("nobody"), await signIn("a.khan", "wrong")];
    expect([name.status, secret.status]).toEqual([401, 401]);
    expect(await name.text()).toBe(await secret.text());
    expect(name.headers.get("set-cookie")).toBeNull();
  });

  it("opens the letters of that organisation and of no other", async () => {
    const ids = [newId(), newId()];
    await endpoint.put(ids[0] ?? "", await deployment.sealed("x", ["police"]));
    await endpoint.put(ids[1] ?? "", await deployment.sealed("x", ["council"]));
    const cookie = cookieOf(await signIn());
    const letters = (await (await ask("GET", "/v1/letters", { cookie })).json()).letters;
    expect(letters.map((letter: { submission: string }) => letter.submission)).toEqual([ids[0]]);
    expect((await ask("GET", `/v1/letters/${ids[0]}`, { cookie })).status).toBe(200);
    expect((await ask("GET", `/v1/letters/${ids[1]}`, { cookie })).status).toBe(404);
    expect((await ask("POST", `/v1/letters/${ids[0]}/acknowledgement`, { cookie })).status).toBe(204);
  });

  it("does not let a session mend a wrong token", async () => {
    const cookie = cookieOf(await signIn());
    const authorization = `Bearer ${"A".repeat(43)}`;
    expect((await ask("GET", "/v1/letters", { cookie, authorization })).status).toBe(401);
  });

  it("shows anyone the deployment's public keys", async () => {
    expect(deskSettings.parse(await (await ask("GET", "/v1/keys")).json())).toEqual(deployment.keys);
  });
});

describe("a session ends", () => {
  const alive = async (cookie: string) => (await ask("GET", "/v1/session", { cookie })).status === 200;

  it("when the person signs out, and signing out twice is no error", async () => {
    const cookie = cookieOf(await signIn());
    expect((await ask("DELETE", "/v1/session", { cookie })).status).toBe(204);
    expect(await alive(cookie)).toBe(false);
    expect((await ask("DELETE", "/v1/session", { cookie })).status).toBe(204);
  });

  it("after half an hour without use, and lives on while it is used", async () => {
    const cookie = cookieOf(await signIn());
    for (let n = 0; n < 5; n++) {
      clock += 29 * minuteMs;
      expect(await alive(cookie)).toBe(true);
    }
    clock += 30 * minuteMs;
    expect(await alive(cookie)).toBe(false);
    clock -= 30 * minuteMs;
    expect(await alive(cookie)).toBe(false); // over is over, whatever the clock does
  });

  it("after twelve hours, however busy", async () => {
    const cookie = cookieOf(await signIn());
    for (let n = 0; n < 28; n++) {
      clock += 25 * minuteMs;
      expect(await alive(cookie)).toBe(true);
    }
    clock += 20 * minuteMs;
    expect(await alive(cookie)).toBe(false);
  });

  it("when the account is removed", async () => {
    const cookie = cookieOf(await signIn());
    await deployment.dismiss("police", "a.khan");
    expect(await alive(cookie)).toBe(false);
    expect((await signIn()).status).toBe(401);
  });

  it("not when the endpoint restarts", async () => {
    const cookie = cookieOf(await signIn());
    await endpoint.close();
    endpoint = await deployment.start({}, { now: () => clock });
    expect(await alive(cookie)).toBe(true);
  });
});

describe("guessing passphrases", () => {
  it("gets slower for that account, whether or not somebody has that name", async () => {
    for (const name of ["a.khan", "nobody"]) {
      for (let n = 0; n < 5; n++) expect((await signIn(name, "wrong")).status).toBe(401);
      const slowed = await signIn(name, "wrong");
      expect(slowed.status).toBe(429);
      expect(slowed.headers.get("retry-after")).toBe("1");
    }
    expect((await signIn()).status).toBe(429); // the right one waits too, or it would be told apart
    clock += 1000;
    expect((await signIn()).status).toBe(200);
    expect((await signIn("a.khan", "wrong")).status).toBe(401); // and all is forgiven
  });
});

describe("a page of another site", () => {
  const elsewhere: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" }, // the app's origin on the same host
    { "sec-fetch-site": "none" },
    { origin: "http://evil.example" },
    { origin: "null" },
  ];

  it("can sign nobody in or out, nor acknowledge a letter", async () => {
    const cookie = cookieOf(await signIn());
    const id = newId();
    await endpoint.put(id, await deployment.sealed("x", ["police"]));
    for (const headers of elsewhere) {
      expect((await signIn("a.khan", passphrase, headers)).status).toBe(403);
      expect((await ask("DELETE", "/v1/session", { ...headers, cookie })).status).toBe(403);
      expect((await ask("POST", `/v1/letters/${id}/acknowledgement`, { ...headers, cookie })).status).toBe(403);
    }
    expect((await ask("GET", "/v1/session", { cookie })).status).toBe(200);
  });

  it("is told apart from the desk itself", async () => {
    expect((await signIn("a.khan", passphrase, { "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await signIn("a.khan", passphrase, { origin: endpoint.desk })).status).toBe(200);
  });
});
