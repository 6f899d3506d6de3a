import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open } from "../../src/sealing/open.ts";
import { padded, seal } from "../../src/sealing/seal.ts";

/** Runs a program of Debian's `age` package; without the package these tests fail and say what to install. */
function run(program: "age" | "age-keygen", args: readonly string[], input: string | Uint8Array = ""): Buffer {
  const done = spawnSync(program, args, { input });
  if (done.error) throw new Error(`The program "${program}" is missing: install the package "age" for these tests.`);
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`);
  return done.stdout;
}

const folder = mkdtempSync(join(tmpdir(), "age-"));
const identityFile = join(folder, "identity.txt");
const secretOf = (keygen: string) => keygen.split("\n").find((line) => line.startsWith("AGE-SECRET-KEY-")) ?? "";
const recipientOf = (keygen: string) => /age1[0-9a-z]+/.exec(keygen)?.[0] ?? "";
let inUse = "";
let offlineCopy = "";

beforeAll(() => {
  inUse = run("age-keygen", []).toString();
  offlineCopy = run("age-keygen", []).toString();
  writeFileSync(identityFile, inUse, { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the age program that any agency can install", () => {
  it("opens a letter that was sealed here", async () => {
    const letter = padded('{"exactWords":"كلمات"}');
    const outcome = await seal(letter, [recipientOf(inUse), recipientOf(offlineCopy)]);
    if (outcome.kind !== "sealed") throw new Error(outcome.because);
    expect(new Uint8Array(run("age", ["-d", "-i", identityFile], outcome.bytes))).toEqual(new Uint8Array(letter));
  });

  it("seals what is opened here, so that both speak the same format", async () => {
    const file = run("age", ["-r", recipientOf(inUse), "-r", recipientOf(offlineCopy)], "a test letter");
    const outcome = await open(new Uint8Array(file), secretOf(offlineCopy));
    expect(outcome.kind === "opened" && new TextDecoder().decode(outcome.plaintext)).toBe("a test letter");
  });
});
