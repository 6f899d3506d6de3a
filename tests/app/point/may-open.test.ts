import { describe, expect, it } from "vitest";
import { mayOpen } from "../../../src/app/point/may-open.ts";

describe("an unfinished report where workers do not share theirs", () => {
  const [amina, ben] = [{ id: "amina" }, { id: "ben" }];

  it("is for whoever began it", () => {
    expect(mayOpen({ worker: "amina" }, amina, [amina, ben])).toBe(true);
    expect(mayOpen({ worker: "amina" }, ben, [amina, ben])).toBe(false);
  });

  it("is for everybody once that worker was removed, so that no visitor comes back in vain", () => {
    expect(mayOpen({ worker: "amina" }, ben, [ben])).toBe(true);
  });
});
