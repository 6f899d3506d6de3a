import { expect, it } from "vitest";
import { offered } from "../../src/report/offered.ts";
import type { Wanted } from "../../src/report/question.ts";
import { organisations } from "./deployment.ts";

const victimsFirst = organisations.find(({ id }) => id === "victimsFirst");

it.each<[Wanted, boolean]>([
  ["full", false],
  ["noName", false],
  ["supportOnly", true],
  ["nothing", false],
])("who wants “%s” is offered what was made for support alone: %s", (option, isOffered) => {
  if (!victimsFirst) throw new Error("no Victims First in this area");
  expect(victimsFirst.choices.filter(({ supportOnly }) => supportOnly)).not.toEqual([]);
  const atAPoint = { reporter: { kind: "choice", option: "worker" }, wanted: { kind: "choice", option } } as const;
  const { choices } = offered(victimsFirst, atAPoint);
  expect(choices.some(({ supportOnly }) => supportOnly === true)).toBe(isOffered);
});
