import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandFrom } from "../../src/endpoint/command.ts";
import { settingsFrom } from "../../src/endpoint/environment.ts";
import { type Deployment, makeDeployment, type Running } from "./deployment.ts";
import { managed } from "./managed.ts";

let deployment: Deployment;
let endpoint: Running;
beforeAll(async () => {
  deployment = await makeDeployment();
  endpoint = await deployment.start();
});
afterAll(async () => {
  await endpoint.close();
  deployment.remove();
});

const manage = (...words: string[]) => managed(deployment, {}, ...words);

describe("looking after accounts while the endpoint runs", () => {
  it("makes a token that works at once, shows it once, and takes it back", async () => {
    const { said } = await manage("token", "add", "police");
    const [, id = "", token = ""] = /^Token ([0-9a-f]{8}) .*\n(\S{43})\n$/.exec(said) ?? [];
    expect((await endpoint.list(token)).status).toBe(200);
    const listed = (await manage("token", "list", "police")).said;
    expect(listed).toContain(id);
    expect(listed).not.toContain(token);
    expect((await manage("token", "revoke", "council", id)).code).toBe(1); // not that organisation's
    expect((await endpoint.list(token)).status).toBe(200);
    expect((await manage("token", "revoke", "police", id)).code).toBe(0);
    expect((await endpoint.list(token)).status).toBe(401);
  });

  it("makes a staff account that can sign in at once, and removes it", async () => {
    const { said } = await manage("staff", "add", "police", "a.khan");
    const passphrase = said.trim().split("\n").at(-1) ?? "";
    expect(passphrase).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    const signIn = () =>
      fetch(`${endpoint.desk}/v1/session`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: "a.khan", passphrase }),
      });
    expect((await signIn()).status).toBe(200);
    expect((await manage("staff", "add", "council", "a.khan")).said).toContain("taken");
    expect((await manage("staff", "list", "police")).said).toContain("a.khan");
    expect((await manage("staff", "remove", "police", "a.khan")).code).toBe(0);
    expect((await signIn()).status).toBe(401);
  });

  it("keeps neither tokens nor passphrases, and keeps its files from other accounts of the machine", async () => {
    const token = (await manage("token", "add", "council")).said.trim().split("\n").at(-1) ?? "";
    const folder = deployment.settings.dataFolder;
    for (const name of readdirSync(folder).filter((file) => file.startsWith("accounts")))
      expect(readFileSync(join(folder, name)).includes(token)).toBe(false);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it("explains itself when it is not understood, and names an organisation without keys", async () => {
    expect((await manage()).said).toContain("token add");
    expect((await manage("token", "add", "nobody")).said).toContain("has no keys for nobody");
  });
});

it("understands only whole commands", () => {
  expect(commandFrom(["token", "add", "police"])).toEqual({
    about: "accounts",
    kind: "addToken",
    organisation: "police",
  });
  expect(commandFrom(["staff", "add", "police", "a.khan"])).toMatchObject({ kind: "addStaff", name: "a.khan" });
  for (const words of [
    "token",
    "token add",
    "token add x/y",
    "token revoke police",
    "staff add police A.Khan",
    "staff add police a b",
  ])
    expect(commandFrom(words.split(" ")), words).toBeNull();
});

it("reads a deployment from the environment, and names what makes no sense", () => {
  expect(settingsFrom({})).toMatchObject({ appPort: 8080, deskPort: 8081, host: "127.0.0.1", behindTls: false });
  const said = { CONNECT_DESK_PORT: "off", CONNECT_BEHIND_TLS: "yes", CONNECT_PROXIES: "10.0.0.1,10.0.0.2" };
  expect(settingsFrom(said)).toMatchObject({ deskPort: null, behindTls: true, proxies: ["10.0.0.1", "10.0.0.2"] });
  expect(settingsFrom({ CONNECT_APP_ADDRESS: "https://report.example.org/" }).appAddress).toBe(
    "https://report.example.org",
  );
  expect(() => settingsFrom({ CONNECT_APP_ADDRESS: "report.example.org" })).toThrow("CONNECT_APP_ADDRESS");
  expect(() => settingsFrom({ CONNECT_APP_PORT: "99999", CONNECT_BEHIND_TLS: "maybe" })).toThrow(
    "CONNECT_APP_PORT, CONNECT_BEHIND_TLS",
  );
});
