import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, demoOf, makeDemo } from "../../src/endpoint/demo-made.ts";
import { noteFor } from "../../src/endpoint/demo-note.ts";
import { demoPoint, enrollingNote } from "../../src/endpoint/demo-point.ts";
import { accountsFile, startEndpoint, thisMachine } from "../../src/endpoint/endpoint.ts";
import { hashOf } from "../../src/endpoint/secrets.ts";
import { sqlitePoints } from "../../src/endpoint/sqlite-points.ts";

const organisations = ["police", "council"];

let place: string;
let folder: string;
let demo: Demo;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "connect-demo-"));
  folder = join(place, "var", "demo");
  demo = await makeDemo(folder, organisations, () => {});
});
afterAll(() => rmSync(place, { recursive: true }));

describe("a newcomer's demonstration", () => {
  it("has for each organisation a sign-in, a token and an identity that work as the note says", async () => {
    for (const program of ["app", "desk"]) mkdirSync(join(place, program, "assets"), { recursive: true });
    const endpoint = await startEndpoint(
      {
        appFolder: join(place, "app"),
        deskFolder: join(place, "desk"),
        dataFolder: join(folder, "data"),
        keysFile: demo.keysFile,
        receiptKeyFile: demo.receiptKeyFile,
        appPort: 0,
        deskPort: 0,
      },
      { ...thisMachine, log: () => {} },
    );
    const desk = `http://127.0.0.1:${endpoint.deskPort}/v1`;
    expect(demo.organisations.map(({ organisation }) => organisation)).toEqual(organisations);
    for (const made of demo.organisations) {
      const signedIn = await fetch(`${desk}/session`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: made.staffName, passphrase: made.staffPassphrase }),
      });
      expect(await signedIn.json()).toMatchObject({ organisation: made.organisation });
      const collected = await fetch(`${desk}/letters`, { headers: { authorization: `Bearer ${made.token}` } });
      expect(collected.status).toBe(200);
      const opening = new Decrypter();
      opening.addPassphrase(made.identityPassphrase);
      const identity = await opening.decrypt(readFileSync(join(folder, made.identityFile)), "text");
      expect(identity).toMatch(/^AGE-SECRET-KEY-1/);
    }
    await endpoint.close();
  });

  it("is the same at the next start", () => {
    expect(demoOf(folder, organisations)).toEqual(demo);
  });

  it("is not thrown away for other organisations, but says what to do", () => {
    expect(() => demoOf(folder, ["police"])).toThrow(`${folder} was made for other organisations. Delete it`);
    expect(demoOf(join(place, "elsewhere"), organisations)).toBeNull();
  });

  it("keeps its secrets from other accounts of the machine", () => {
    for (const name of ["demo.json", "receipts.key.pem"]) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it("has a Connect point, and a fresh code at every start that lets a tablet in", async () => {
    const points = sqlitePoints(accountsFile(join(folder, "data")));
    const codes = [];
    for (const start of ["first", "second"]) {
      const note = await enrollingNote(folder, "http://localhost:8080");
      const code = /#enrol=(\S+)/.exec(note)?.[1] ?? "";
      const asking = { codeHash: hashOf(code), tokenHash: hashOf(start), at: new Date().toISOString() };
      const outcome = await points.enrol({ ...asking, tablet: codes.length === 0 ? "0000000a" : "0000000b" });
      expect(outcome).toMatchObject({ kind: "enrolled", point: demoPoint });
      expect(note).toContain("http://localhost:8080/en-GB/point/");
      codes.push(code);
    }
    expect(new Set(codes).size).toBe(2);
    expect(await points.points()).toHaveLength(1);
    await points.close();
  });

  it("tells where to go, with which name, passphrase, file and token", () => {
    const note = noteFor(demo, { app: 8080, desk: 8081 }, "Let a tablet in like this.");
    for (const made of demo.organisations)
      for (const word of [made.staffName, made.staffPassphrase, made.identityPassphrase, made.token, made.identityFile])
        expect(note).toContain(word);
    expect(note).toContain("http://localhost:8080");
    expect(note).toContain("http://localhost:8081");
    expect(note).toContain("Let a tablet in like this.");
    expect(note).toContain(`manage.ts point code ${demoPoint.id}`);
  });
});
