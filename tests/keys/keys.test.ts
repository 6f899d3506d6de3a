import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WrittenKeys } from "../../src/keys/write.ts";
import { deploymentKeys } from "../../src/wire/keys.ts";
import { asPrinted, passphraseBytes, passphraseOf } from "../../src/wire/passphrase.ts";

let folder: string;
let written: WrittenKeys;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "connect-keys-"));
  const { stdout } = await run("police", "council", "--json");
  written = JSON.parse(stdout);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...words: string[]) {
  const program = fileURLToPath(new URL("../../src/keys/start.ts", import.meta.url));
  return promisify(execFile)(process.execPath, [program, folder, ...words]);
}

async function identityIn(file: string, passphrase: string): Promise<string> {
  const opening = new Decrypter();
  opening.addPassphrase(passphrase);
  return opening.decrypt(readFileSync(file), "text");
}

describe("the keys of a deployment", () => {
  it("are two identities for each organisation, and their public halves", async () => {
    const keys = deploymentKeys.parse(JSON.parse(readFileSync(written.keysFile, "utf8")));
    for (const organisation of ["police", "council"]) {
      const { inUse, offline } = written.organisations[organisation] ?? expect.fail();
      const identities = [
        await identityIn(inUse.file, inUse.passphrase),
        await identityIn(offline.file, offline.passphrase),
      ];
      for (const identity of identities) expect(identity).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]+\n$/);
      const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity.trim())));
      expect(keys.organisations[organisation]?.recipients).toEqual(recipients);
    }
  });

  it("are readable by their owner alone, and hold no passphrase", () => {
    const secrets = Object.values(written.organisations).flatMap(({ inUse, offline }) => [inUse, offline]);
    for (const { file } of [...secrets, { file: written.receiptKeyFile }]) expect(statSync(file).mode & 0o077).toBe(0);
    expect(new Set(secrets.map(({ passphrase }) => passphrase)).size).toBe(4);
  });

  it("are never written over", async () => {
    const before = readFileSync(written.keysFile, "utf8");
    await expect(run("police")).rejects.toMatchObject({ code: 1 });
    expect(readFileSync(written.keysFile, "utf8")).toBe(before);
  });

  it("open a letter with the age program itself, once it is given the passphrase", async () => {
    const { inUse } = written.organisations.police ?? expect.fail();
    const sealing = new Encrypter();
    for (const recipient of deploymentKeys.parse(JSON.parse(readFileSync(written.keysFile, "utf8"))).organisations
      .police?.recipients ?? [])
      sealing.addRecipient(recipient);
    const letter = join(folder, "letter.age");
    writeFileSync(letter, await sealing.encrypt("A report."));
    const typed = `age -d -i ${inUse.file} ${letter}`;
    const shown = execFileSync("script", ["-qec", typed, "/dev/null"], { input: `${inUse.passphrase}\n` });
    expect(shown.toString()).toContain("A report.");
  });
});

describe("a passphrase on paper", () => {
  it("is understood however it is typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: passphraseBytes, maxLength: passphraseBytes }), (random) => {
        const printed = passphraseOf(random);
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(asPrinted(printed)).toBe(printed);
        expect(asPrinted(` ${printed.toLowerCase().replaceAll("-", " ")} `)).toBe(printed);
        expect(asPrinted(printed.replaceAll("0", "o").replaceAll("1", "l"))).toBe(printed);
      }),
    );
  });

  it("is a different one for different chance", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), fc.nat(119), (random, bit) => {
        const other = random.with(bit >> 3, (random[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
        expect(passphraseOf(other)).not.toBe(passphraseOf(random));
      }),
    );
  });

  it("that somebody chose is left as it is", () => {
    for (const chosen of ["correct horse battery staple", "", "ülü-lll", "7K2M-7K2M"])
      expect(asPrinted(chosen)).toBe(chosen);
  });
});
