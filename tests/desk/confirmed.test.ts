import { expect, it } from "vitest";
import { isUnconfirmed } from "../../src/desk/confirmed.ts";
import type { Answers } from "../../src/report/answer.ts";
import { letterOf, submissionOf } from "./letters.ts";

const from = { point: "east-library", name: "East Library" };

it.each<[string, Answers, typeof from | null, boolean]>([
  ["a worker's, from an enrolled tablet", { reporter: { kind: "choice", option: "worker" } }, from, false],
  ["a worker's, as only the report says", { reporter: { kind: "choice", option: "worker" } }, null, true],
  ["a person's own", { reporter: { kind: "choice", option: "self" } }, null, false],
  ["a person's own, written at a Connect point", { reporter: { kind: "choice", option: "self" } }, from, false],
  ["one that does not say whose it is", { reporter: { kind: "declined", because: "ratherNotSay" } }, null, false],
  ["one that was not asked", {}, null, false],
])("a letter is unconfirmed only when it claims a worker that the endpoint does not know: %s", (_, answers, of, is) => {
  expect(isUnconfirmed(letterOf({ submission: submissionOf(1), answers }), of)).toBe(is);
});
