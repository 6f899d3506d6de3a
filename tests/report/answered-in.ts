import type { Answers, Parts } from "../../src/report/answer.ts";

/** Every question, or part of one, that a letter answers. */
export function answeredIn(answers: Answers): readonly string[] {
  const under = (id: string, parts: Parts) => Object.keys(parts).map((part) => `${id}.${part}`);
  return Object.entries(answers).flatMap(([id, value]) => {
    if (value.kind === "several") return under(id, value.parts);
    return value.kind === "people" ? value.people.flatMap((person) => under(id, person)) : [id];
  });
}
