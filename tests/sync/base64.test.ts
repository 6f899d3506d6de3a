import { afterEach, describe, expect, it } from "vitest";
import { base64Of } from "../../src/sync/base64.ts";

const { toBase64 } = Uint8Array.prototype as { toBase64?: () => string };

describe("sealed bytes as text", () => {
  afterEach(() => {
    if (toBase64) Object.assign(Uint8Array.prototype, { toBase64 });
  });

  for (const size of [0, 1, 2, 3, 49_151, 49_152, 49_153, 49_154, 200_000]) {
    it(`are the same in a browser without a word for it, for ${size} bytes`, async () => {
      const bytes = Uint8Array.from({ length: size }, (_none, place) => (place * 31) % 256);
      Reflect.deleteProperty(Uint8Array.prototype, "toBase64");
      expect(await base64Of(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    });
  }

  it("give the page a turn between pieces", async () => {
    Reflect.deleteProperty(Uint8Array.prototype, "toBase64");
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    await base64Of(new Uint8Array(1_000_000));
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(5);
  });
});
