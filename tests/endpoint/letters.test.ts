import { readFileSync } from "node:fs";
import { Decrypter } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LetterList, letterList } from "../../src/wire/collection.ts";
import { type Deployment, makeDeployment, newId, type Running } from "./deployment.ts";

let deployment: Deployment;
let endpoint: Running;
let police: string;
let council: string;
const sent: string[] = [];
beforeAll(async () => {
  deployment = await makeDeployment();
  police = await deployment.token("police");
  council = await deployment.token("council");
  endpoint = await deployment.start();
  for (const organisations of [["police", "council"], ["police"], ["council"], ["police"], ["police"]]) {
    const id = newId();
    await endpoint.put(id, await deployment.sealed(`Report ${sent.length}.`, organisations));
    sent.push(id);
  }
});
afterAll(async () => {
  await endpoint.close();
  deployment.remove();
});

async function listed(token: string, query = ""): Promise<LetterList> {
  return letterList.parse(await (await endpoint.list(token, query)).json());
}

function letter(id: string, token: string, rest = "", init: RequestInit = {}): Promise<Response> {
  return fetch(`${endpoint.desk}/v1/letters/${id}${rest}`, { ...init, headers: { authorization: `Bearer ${token}` } });
}

async function openedByPolice(bytes: Uint8Array): Promise<string> {
  const { file = "", passphrase = "" } = deployment.written.organisations.police?.inUse ?? {};
  const unlocking = new Decrypter();
  unlocking.addPassphrase(passphrase);
  const opening = new Decrypter();
  opening.addIdentity((await unlocking.decrypt(readFileSync(file), "text")).trim());
  return opening.decrypt(bytes, "text");
}

describe("collecting letters", () => {
  it("lists an organisation's letters a page at a time, and the pages are all of them", async () => {
    const first = await listed(police, "?limit=2");
    expect(first.letters.map((each) => each.submission)).toEqual([sent[0], sent[1]]);
    const second = await listed(police, `?limit=2&after=${first.next}`);
    expect(second.letters.map((each) => each.submission)).toEqual([sent[3], sent[4]]);
    expect(second.next).toBeNull();
    expect((await listed(police, "?after=4")).letters).toEqual([]);
    expect((await listed(council)).letters.map((each) => each.submission)).toEqual([sent[0], sent[2]]);
  });

  it("gives out the very file that was sealed, and the organisation's identity opens it", async () => {
    const answer = await letter(sent[1] ?? "", police);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[0-9A-Z]{5}-[0-9A-Z]{5}\.age"$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await openedByPolice(await answer.bytes())).toBe("Report 1.");
  });

  it("hides another organisation's letter as if it were not there", async () => {
    const hidden = sent[2] ?? "";
    expect((await letter(hidden, police)).status).toBe(404);
    expect((await letter(hidden, police, "/acknowledgement", { method: "POST" })).status).toBe(404);
    expect((await letter(newId(), police)).status).toBe(404);
    expect((await letter(hidden, council)).status).toBe(200);
  });

  it("remembers when a letter was first acknowledged, and takes the acknowledgement again", async () => {
    const id = sent[3] ?? "";
    const acknowledge = () => letter(id, police, "/acknowledgement", { method: "POST" });
    const shown = async () => (await listed(police)).letters.find((each) => each.submission === id)?.acknowledgedAt;
    expect(await shown()).toBeNull();
    expect((await acknowledge()).status).toBe(204);
    const first = await shown();
    expect(first).not.toBeNull();
    expect((await acknowledge()).status).toBe(204);
    expect(await shown()).toBe(first);
    expect((await letter(id, police)).status).toBe(200); // it stays until the organisation's own rules remove it
  });

  it("lets nobody in without a token, with a wrong one, or with a revoked one", async () => {
    const { desk } = endpoint;
    expect((await fetch(`${desk}/v1/letters`)).status).toBe(401);
    for (const authorization of ["Bearer x", `Bearer ${"A".repeat(43)}`, `Basic ${police}`, police])
      expect((await fetch(`${desk}/v1/letters`, { headers: { authorization } })).status).toBe(401);
    const short = await deployment.revokedToken("police");
    expect((await endpoint.list(short)).status).toBe(401);
    expect((await endpoint.list(police)).status).toBe(200);
  });

  it("refuses a range that makes no sense", async () => {
    for (const query of ["?after=-1", "?after=x", "?limit=0", "?limit=501", "?limit=1.5", "?since=1"])
      expect((await endpoint.list(police, query)).status, query).toBe(400);
    expect((await endpoint.list(police, "?after=&limit=500")).status).toBe(200);
  });
});
