import { describe, expect, it } from "vitest";
import { rememberedIn } from "../../src/desk/remembered-identity.ts";

/** A browser's storage in memory. */
function storage(more: Partial<Storage> = {}) {
  const items = new Map<string, string>();
  const own = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
  return { items, ...own, ...more };
}

const file = { name: "police.identity.age", bytes: Uint8Array.from({ length: 300 }, (_, place) => place % 256) };

describe("an identity file remembered on this computer", () => {
  it("comes back as it was, until it is forgotten", () => {
    const remembered = rememberedIn(storage());
    expect(remembered.read()).toBeNull();
    expect(remembered.keep(file)).toBe(true);
    expect(remembered.read()).toEqual(file);
    remembered.forget();
    expect(remembered.read()).toBeNull();
  });

  it("is not believed when something else lies there", () => {
    for (const text of ["{", '{"version":2}', '"text"']) {
      const place = storage();
      place.setItem("connect-desk-identity", text);
      expect(rememberedIn(place).read()).toBeNull();
    }
  });

  it("is simply not remembered where the browser refuses", () => {
    const full = storage({
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    expect(rememberedIn(full).keep(file)).toBe(false);
  });
});
