import { describe, expect, it } from "vitest";
import { canary } from "../../src/storage/canary.ts";
import { textStore } from "./text-store.ts";

describe("F7: the canary beside the database", () => {
  it("misses what was noted for a database that is another one now, or none", () => {
    const noted = canary(textStore());
    expect(noted.missingFrom("a")).toBe(0);
    noted.note("a", 3);
    expect([noted.missingFrom("a"), noted.missingFrom("b"), noted.missingFrom(null)]).toEqual([0, 3, 3]);
  });

  it("goes on missing them while new reports are counted, until the person was told", () => {
    const noted = canary(textStore());
    noted.note("a", 3);
    noted.note("b", 1);
    noted.note("b", 2);
    expect(noted.missingFrom("b")).toBe(3);
    expect(noted.missingFrom("c")).toBe(5);
    noted.acknowledge("b");
    expect([noted.missingFrom("b"), noted.missingFrom("c")]).toEqual([0, 2]);
  });

  it("takes the person's word also before the new database was counted", () => {
    const noted = canary(textStore());
    noted.note("a", 3);
    noted.acknowledge("b");
    noted.note("b", 0);
    expect(noted.missingFrom("b")).toBe(0);
  });

  it("is silent when there is nowhere to note anything, or something else was noted there", () => {
    const nowhere = canary(null);
    nowhere.note("a", 3);
    expect(nowhere.missingFrom("b")).toBe(0);
    for (const text of ["not JSON", "[]", '{"epoch":1}']) {
      const store = textStore();
      store.setItem("notes", text);
      expect(canary(store).missingFrom("b")).toBe(0);
    }
  });
});
