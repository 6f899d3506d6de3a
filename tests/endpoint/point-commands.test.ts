import { stripVTControlCharacters } from "node:util";
import { decodeQR } from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandFrom } from "../../src/endpoint/command.ts";
import { qrInTerminal } from "../../src/endpoint/enrolment-note.ts";
import { type Deployment, makeDeployment, newToken, type Running, sent } from "./deployment.ts";
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

const manage = (...words: string[]) =>
  managed(deployment, { CONNECT_APP_ADDRESS: "https://report.example.org/" }, ...words);

/** What a camera reads from a QR code of half blocks, where a full block is light. */
function readFrom(shown: string): string {
  const rows = stripVTControlCharacters(shown)
    .split("\n")
    .flatMap((line) => [[...line].map((each) => "█▀".includes(each)), [...line].map((each) => "█▄".includes(each))]);
  const scale = 4;
  const [height, width] = [rows.length * scale, (rows[0]?.length ?? 0) * scale];
  const lit = (place: number) => {
    const [x, y] = [Math.floor((place % width) / scale), Math.floor(place / width / scale)];
    return rows[y]?.[x] === true;
  };
  const pixels = Array.from({ length: width * height }, (_, place) => (lit(place) ? 255 : 0));
  const image = new Uint8ClampedArray(pixels.flatMap((light) => [light, light, light, 255]));
  return decodeQR({ width, height, data: image });
}

describe("looking after Connect points while the endpoint runs", () => {
  it("makes a point with the usual settings, and none over another", async () => {
    expect((await manage("point", "add", "east-library", "2", "East", "Oxford", "Library")).code).toBe(0);
    expect((await manage("point", "add", "east-library", "1", "Another")).code).toBe(1);
    const { said } = await manage("point", "list");
    expect(said).toBe(
      "east-library  tier 2  East Oxford Library  (sharedDrafts true, draftDays 14, idleMinutes 2, sendWithinDays 7)\n",
    );
  });

  it("shows a code once with its address as a QR code; the tablet is let in at once, and listed, and revoked", async () => {
    await manage("point", "add", "market", "2", "Covered Market");
    const { said } = await manage("point", "code", "market", "48");
    const code = /^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/m.exec(said)?.[0] ?? "";
    const address = `https://report.example.org/en-GB/point/#enrol=${code}`;
    expect(said).toContain(`\n${address}\n`);
    expect(readFrom(said.slice(said.indexOf("\u001B")).trimEnd())).toBe(address);
    const expiresAt = Date.parse(/good until (\S+Z)/.exec(said)?.[1] ?? "");
    expect(Math.round((expiresAt - Date.now()) / 3_600_000)).toBe(48);
    const token = newToken();
    const { tablet } = await (await endpoint.enrol(code, token)).json();
    expect((await manage("point", "tablets", "market")).said).toMatch(new RegExp(`^${tablet} {2}enrolled \\S+Z\n$`));
    expect((await manage("point", "revoke", "east-library", tablet)).code).toBe(1); // not that point's
    expect((await manage("point", "revoke", "market", tablet)).code).toBe(0);
    expect((await endpoint.asTablet("GET", "/v1/tablet", token)).status).toBe(401);
    expect((await manage("point", "tablets", "market")).said).toContain("revoked");
    const log = (await manage("point", "log", "market")).said;
    expect(log.trim().split("\n")).toEqual([
      expect.stringMatching(/Z {2}added$/),
      expect.stringMatching(/Z {2}codeMade$/),
      expect.stringMatching(/Z {2}enrolled {2}[0-9a-f]{8}$/),
      expect.stringMatching(/Z {2}revoked {2}[0-9a-f]{8}$/),
    ]);
    for (const secret of [code, token]) expect(log).not.toContain(secret);
  });

  it("sets a point otherwise, and refuses what cannot be", async () => {
    await manage("point", "add", "mosque", "2", "Mosque");
    const token = newToken();
    await endpoint.enrol(await deployment.code("mosque"), token);
    const set = (...words: string[]) => manage("point", "set", "mosque", ...words);
    for (const words of ["idleMinutes 5", "sharedDrafts no", "name Central Mosque", "tier 1"])
      expect((await set(...words.split(" "))).code, words).toBe(0);
    expect((await (await endpoint.asTablet("GET", "/v1/tablet", token)).json()).point).toEqual({
      id: "mosque",
      name: "Central Mosque",
      tier: "1",
      settings: { sharedDrafts: false, draftDays: 14, idleMinutes: 5, sendWithinDays: 7 },
    });
    for (const words of ["idleMinutes 99", "idleMinutes two", "sharedDrafts 5", "colour red", "id x", "constructor x"])
      expect((await set(...words.split(" "))).said, words).toContain("cannot be");
  });

  it("makes a coordinator's token that works at once, shows it once, and takes it back", async () => {
    const { said } = await manage("coordinator", "add");
    const [, id = "", token = ""] = /^Coordinator token ([0-9a-f]{8}), .*\n(\S{43})\n$/.exec(said) ?? [];
    const list = () => sent(`${endpoint.desk}/v1/points`, "GET", { authorization: `Bearer ${token}` });
    expect((await list()).status).toBe(200);
    const listed = (await manage("coordinator", "list")).said;
    expect(listed).toContain(id);
    expect(listed).not.toContain(token);
    expect((await manage("coordinator", "revoke", id)).code).toBe(0);
    expect((await manage("coordinator", "revoke", id)).code).toBe(1);
    expect((await list()).status).toBe(401);
  });

  it("says when there is no such point", async () => {
    for (const words of [
      "set nowhere tier 2",
      "code nowhere",
      "tablets nowhere",
      "revoke nowhere 00000000",
      "log nowhere",
    ])
      expect((await manage("point", ...words.split(" "))).said).toBe("There is no Connect point nowhere.\n");
  });
});

it("understands only whole commands about points", () => {
  expect(commandFrom(["point", "code", "market"])).toMatchObject({ kind: "makeCode", id: "market", hours: 24 });
  for (const words of [
    "point",
    "point list x",
    "point add market",
    "point add market 2",
    "point add Market 2 Name",
    "point set market idleMinutes",
    "point code market 0",
    "point code market 200",
    "point code market 5 5",
    "point code market x",
    "point tablets market x",
    "point revoke market",
    "point revoke market x",
    "point log",
    "point close market",
    "coordinator",
    "coordinator add x",
    "coordinator revoke",
  ])
    expect(commandFrom(words.split(" ")), words).toBeNull();
});

it("shows a QR code that a camera reads on a light and on a dark terminal", () => {
  const text = "http://localhost:8080/en-GB/point/#enrol=7K2M-0QXD-PZ41";
  const shown = qrInTerminal(text);
  expect(readFrom(shown)).toBe(text);
  for (const line of shown.split("\n")) expect(line).toBe(`\u001B[40;97m${stripVTControlCharacters(line)}\u001B[0m`); // says its colours itself
});
