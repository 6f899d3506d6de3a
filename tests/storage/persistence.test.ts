import { describe, expect, it, vi } from "vitest";
import { estimate, persistence } from "../../src/storage/persistence.ts";

const manager = (parts: Partial<StorageManager>) => parts as StorageManager;

describe("asking the browser to leave our storage alone", () => {
  it("F8: gets no answer, and no error, where there is nobody to ask", async () => {
    expect(await persistence(true)).toBe("unknown");
    expect(await estimate()).toBeNull();
    expect(await persistence(true, manager({}))).toBe("unknown");
  });

  it("asks only when told to", async () => {
    const persist = vi.fn(async () => true);
    const browser = manager({ persisted: async () => false, persist });
    expect(await persistence(false, browser)).toBe("bestEffort");
    expect(persist).not.toHaveBeenCalled();
    expect(await persistence(true, browser)).toBe("persistent");
  });

  it("does not wait for a browser that never answers, or one that refuses", async () => {
    vi.useFakeTimers();
    const silent = () => new Promise<never>(() => undefined);
    const asked = persistence(true, manager({ persisted: silent, persist: silent }));
    const estimated = estimate(manager({ estimate: silent }));
    await vi.advanceTimersByTimeAsync(3_000);
    expect([await asked, await estimated]).toEqual(["unknown", null]);
    vi.useRealTimers();
    const refused = () => Promise.reject(new TypeError("no"));
    expect(await persistence(true, manager({ persisted: refused, persist: refused }))).toBe("unknown");
  });

  it("tells how much room there is, in bytes", async () => {
    const browser = manager({ estimate: async () => ({ usage: 10, quota: 100 }) });
    expect(await estimate(browser)).toEqual({ used: 10, quota: 100 });
  });
});
