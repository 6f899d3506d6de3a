import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { partsOfDay, whenHow, whenWithin } from "../../src/report/answer.ts";
import { optionKeys } from "../../src/report/option-keys.ts";
import type { Kind, Part, Question } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";

type Words = { readonly [key: string]: string | Words };

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const words: Words = read("locales/en-GB/questions.json");
const { organisations } = read("deployments/thames-valley/organisations.json");

/** Keys without the endings that speak to a witness, a helper or a worker, or of a kind of *when*. */
const present = new Set(
  leaves(words, "").map((key) => key.replace(/_(witness|helper|worker|about|overTime|ongoing)$/, "")),
);

/** Words that the pages use beside those which belong to a question, an option or a part. */
const pages = [
  "common.dontKnow common.ratherNotSay common.ownWords common.number.about.ask",
  "common.people.person common.people.add common.people.remove send.exception",
  "send.support.ask send.support.hint send.workerNotes",
  "common.place.position.why common.place.position.given common.place.position.remove common.place.position.failed",
]
  .join(" ")
  .split(" ");

const optional = ["hint", "why", "short", "ownWords", "prompt"];

describe("the English words of the questions", () => {
  it("has a question, a label and every option and part in words", () => {
    const missing = needed().filter((keys) => !keys.some((key) => present.has(key)));
    expect(missing).toEqual([]);
  });

  it("carries no words that nothing in the questions speaks", () => {
    const used = new Set([...needed().map((keys) => keys.find((key) => present.has(key))), ...pages]);
    const extras = new Set(questions.flatMap((question) => extrasOf(question)));
    expect([...present].filter((key) => !used.has(key) && !extras.has(key))).toEqual([]);
  });

  it("says why we ask where a question is sensitive", () => {
    for (const id of [
      "characteristics",
      "characteristicDetail",
      "perceived",
      "offender",
      "victim",
      "contact",
      "monitoring",
    ]) {
      expect(present, id).toContain(`${id}.why`);
    }
    expect(present).toContain("common.place.position.why");
  });

  it("blames nobody: no question begins a sentence with *why did* or *why were you*", () => {
    const spoken = leaves(words, "").map((key) => valueAt(key));
    expect(spoken.filter((text) => /\bwhy (did|were|was|do) (you|they)\b/i.test(text))).toEqual([]);
  });

  it("keeps its sentences short enough to be read by a tired person", () => {
    const sentences = leaves(words, "").flatMap((key) => valueAt(key).split(/(?<=[.?!])\s/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 22)).toEqual([]);
  });
});

function leaves(node: Words, path: string): readonly string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key}`] : leaves(value, `${path}${key}.`),
  );
}

function valueAt(path: string): string {
  const found = path
    .split(".")
    .reduce<string | Words>((node, key) => (typeof node === "string" ? node : (node[key] ?? "")), words);
  return typeof found === "string" ? found : "";
}

/** Each entry is one thing that must be said, with the keys that may say it. */
function needed(): readonly (readonly string[])[] {
  return [...new Set(questions.map(({ section }) => section))]
    .map((section) => [`common.sections.${section}`])
    .concat(questions.flatMap((question) => [[`${question.id}.ask`], [`${question.id}.short`], ...ofKind(question)]));
}

function ofKind(question: Question): string[][] {
  const { asks } = question;
  switch (asks.kind) {
    case "choice":
    case "choices":
      return asks.options.map(({ id }) => [...optionKeys(question.id, id)]);
    case "text":
    case "number":
      return [];
    case "several":
    case "people":
      return asks.parts.flatMap((part) => ofPart(question, part));
    case "contact":
      return [
        ["common.contact.ways.ask"],
        ["common.contact.name.ask"],
        ...asks.ways.flatMap(({ id }) => [[`common.contact.ways.options.${id}`], [`common.contact.${id}.ask`]]),
        ...["yes", "no"].map((id) => [`common.contact.allowed.options.${id}`]),
      ];
    case "when":
      return [
        ...["how", "from", "to", "within", "time", "partOfDay"].map((field) => [`common.when.${field}.ask`]),
        ...whenHow.map((id) => [`common.when.how.options.${id}`]),
        ...whenWithin.map((id) => [`common.when.within.options.${id}`]),
        ...partsOfDay.map((id) => [`common.when.partOfDay.options.${id}`]),
      ];
    case "place":
      return ["description", "postcode", "landmark", "position"].map((field) => [`common.place.${field}.ask`]);
    case "consent":
      return consentKeys();
  }
}

function ofPart(question: Question, part: Part): string[][] {
  const options = "options" in part.asks ? part.asks.options : [];
  return [
    [`${question.id}.parts.${part.id}.ask`],
    ...options.map(({ id }) => [...optionKeys(`${question.id}.parts.${part.id}`, id)]),
  ];
}

function consentKeys(): string[][] {
  type Choice = { id: string };
  type Organisation = { id: string; choices: Choice[]; additions: Choice[] };
  return [
    ["send.options.nothing"],
    ...organisations.flatMap(({ id, choices, additions }: Organisation) => [
      [`send.organisations.${id}.does`],
      ...choices.flatMap((choice) => [
        [`send.options.${choice.id}`],
        [`send.organisations.${id}.choices.${choice.id}`],
      ]),
      ...additions.flatMap((addition) => [
        [`send.organisations.${id}.additions.${addition.id}.ask`],
        [`send.organisations.${id}.additions.${addition.id}.hint`],
      ]),
    ]),
  ];
}

/** What a question may have beside what it needs. */
function extrasOf(question: Question): readonly string[] {
  const { asks, id } = question;
  const parts = "parts" in asks ? asks.parts : [];
  const fieldsOf: Partial<Record<Kind["kind"], readonly string[]>> = {
    when: ["time"],
    place: ["postcode", "landmark"],
    contact: ["ways", "name"],
  };
  return [
    ...optional.map((key) => `${id}.${key}`),
    ...("options" in asks ? asks.options.map((option) => `${id}.optionHints.${option.id}`) : []),
    ...parts.flatMap((part) => optional.map((key) => `${id}.parts.${part.id}.${key}`)),
    ...(fieldsOf[asks.kind] ?? []).map((field) => `common.${asks.kind}.${field}.hint`),
  ];
}
