import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CheckName, type Finding, findAll } from "./checks.ts";
import type { Plants } from "./plant.ts";
import { plantedImports } from "./planted-imports.ts";
import { plantedLint } from "./planted-lint.ts";
import { plantedDeadCode, plantedPureTypes, plantedTypes } from "./planted-types.ts";
import { Tree } from "./tree.ts";

const planted: readonly (readonly [CheckName, Plants])[] = [
  ["who may know whom", plantedImports],
  ["format and lint", plantedLint],
  ["types", plantedTypes],
  ["types of the pure folders", plantedPureTypes],
  ["dead code", plantedDeadCode],
];
const tree = new Tree();
let asItIs: readonly Finding[] = [];
let spoilt: readonly Finding[] = [];

beforeAll(async () => {
  asItIs = await findAll(tree.folder);
  const files = planted.flatMap(([, plants]) => Object.values(plants).flatMap((plant) => Object.entries(plant.files)));
  for (const [file, text] of files) tree.plant(file, text);
  spoilt = await findAll(tree.folder);
}, 300_000);
afterAll(() => tree.remove());

describe.each(planted)("%s", (check, plants) => {
  const of = (findings: readonly Finding[]) => findings.find(({ name }) => name === check);

  it("passes what is written now, and fails what is planted", () => {
    expect(of(asItIs)).toEqual({ name: check, passed: true, said: expect.anything() });
    expect(of(spoilt)?.passed).toBe(false);
  });

  it.each(Object.entries(plants))("finds %s", (_, { says }) => {
    for (const words of says) expect(of(spoilt)?.said).toMatch(words);
  });
});
