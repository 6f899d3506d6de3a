import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { open } from "../../src/sealing/open.ts";
import { onlyCurvesOfKeys } from "../../vite.material.ts";
import { bundled } from "../service-worker/bundle.ts";
import { type KeyPair, organisationKeys, postQuantumKeys } from "./keys.ts";

const folder = mkdtempSync(join(tmpdir(), "connect-sealing-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What seals in an app that was built with these keys. */
async function builtWith(keys: readonly KeyPair[]): Promise<typeof import("../../src/sealing/seal.ts")> {
  const recipients = keys.map(({ recipient }) => recipient);
  const code = `export { seal } from "/src/sealing/seal.ts";`;
  const file = join(folder, `${keys[0]?.recipient.slice(0, 20)}.mjs`);
  writeFileSync(file, await bundled(code, {}, [onlyCurvesOfKeys(() => ({ recipients }))]));
  return import(file);
}

const letter = new TextEncoder().encode("They shouted at me.");
const textIn = async (bytes: Uint8Array, { identity }: KeyPair) => {
  const opened = await open(bytes, identity);
  return opened.kind === "opened" ? new TextDecoder().decode(opened.plaintext) : opened.kind;
};

describe("an app that leaves out what its keys do not need", async () => {
  const [ordinary, postQuantum] = [await organisationKeys(), await postQuantumKeys()];

  it.each([
    ["X25519", ordinary],
    ["post-quantum", postQuantum],
  ])("seals for its own %s recipients", async (_, keys) => {
    const { seal } = await builtWith(keys);
    const sealed = await seal(
      letter,
      keys.map(({ recipient }) => recipient),
    );
    if (sealed.kind !== "sealed") throw new Error(sealed.because);
    for (const key of keys) expect(await textIn(sealed.bytes, key)).toBe("They shouted at me.");
  });

  it("refuses to seal for a kind that it left out, and is smaller by it", async () => {
    const { seal } = await builtWith(ordinary);
    const refused = await seal(
      letter,
      postQuantum.map(({ recipient }) => recipient),
    );
    expect(refused).toEqual({ kind: "refused", because: "notARecipient" });
    const whole = await bundled(`export { seal } from "/src/sealing/seal.ts";`);
    const small = await bundled(`export { seal } from "/src/sealing/seal.ts";`, {}, [onlyCurvesOfKeys(() => ({}))]);
    expect(small.length).toBeLessThan(whole.length * 0.75);
  });
});
