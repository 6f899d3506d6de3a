import fc from "fast-check";
import { expect, it } from "vitest";
import { gathered } from "../../src/endpoint/gathered.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("answers each report with its own outcome, whatever came together with it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.nat(), { maxLength: 8 }), { maxLength: 8 }), async (waves) => {
      const sizes: number[] = [];
      const twice = gathered(
        async (items: readonly number[]) => {
          sizes.push(items.length);
          await turn();
          return items.map((item) => item * 2);
        },
        { inOneBatch: 5, waiting: 1000 },
      );
      const answers: Promise<number | null>[] = [];
      for (const wave of waves) {
        answers.push(...wave.map(twice.ask));
        await turn();
      }
      expect(await Promise.all(answers)).toEqual(waves.flat().map((item) => item * 2));
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(5);
    }),
    { numRuns: 50 },
  );
});

it("lets reports that wait share one commit", async () => {
  const batches: number[] = [];
  const first = Promise.withResolvers<void>();
  const keep = gathered(
    async (items: readonly string[]) => {
      batches.push(items.length);
      if (batches.length === 1) await first.promise;
      return items;
    },
    { inOneBatch: 64, waiting: 100 },
  );
  const began = keep.ask("a");
  await turn();
  const later = ["b", "c", "d"].map(keep.ask);
  first.resolve();
  await Promise.all([began, ...later]);
  expect(batches).toEqual([1, 3]);
});

it("turns a report away at once when too many wait, and takes it again afterwards", async () => {
  const gate = Promise.withResolvers<void>();
  const keep = gathered(
    async (items: readonly string[]) => {
      await gate.promise;
      return items;
    },
    { inOneBatch: 1, waiting: 2 },
  );
  const held = ["a", "b"].map(keep.ask);
  expect(await keep.ask("c")).toBeNull();
  gate.resolve();
  expect(await Promise.all(held)).toEqual(["a", "b"]);
  expect(await keep.ask("c")).toBe("c");
});

it("fails every report of a commit that failed, and none of the next", async () => {
  let fails = true;
  const keep = gathered(
    async (items: readonly string[]) => {
      if (fails) throw new Error("no");
      return items;
    },
    { inOneBatch: 64, waiting: 100 },
  );
  const outcomes = await Promise.allSettled(["a", "b"].map(keep.ask));
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
  await keep.finished();
  fails = false;
  expect(await keep.ask("c")).toBe("c");
});
