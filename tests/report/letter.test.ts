import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { accepts } from "../../src/report/accepts.ts";
import type { Answers } from "../../src/report/answer.ts";
import { answers as answersSchema } from "../../src/report/answers-schema.ts";
import { consentFor, consentWording, letterOf } from "../../src/report/disclosure.ts";
import { answerFrom, entriesOf } from "../../src/report/form.ts";
import type { Letter } from "../../src/report/letter.ts";
import { readLetter } from "../../src/report/letter-schema.ts";
import type { Question } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import { ready } from "../../src/report/ready.ts";
import { largestSubmissionBytes } from "../../src/wire/submission.ts";
import { anyAnswers, hostileText } from "./arbitrary-answers.ts";
import { organisation, organisations } from "./deployment.ts";

const today = "2026-11-23";
const police = organisation("police");

function question(id: string): Question {
  const found = questions.find((each) => each.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

function policeLetter(answers: Answers): Letter {
  return letterOf({
    submission: "0123456789abcdef0123456789abcdef",
    organisation: police,
    writtenAt: "2026-11-23T10:00:00.000Z",
    language: "en-GB-x-easyread",
    answers,
    depth: "full",
    consent: { choice: "factsAndContact", additions: [] },
  });
}

/** What travels: the letter as padded UTF-8, as the desk gets it back after opening. */
function travelled(letter: Letter): Letter | null {
  const bytes = new TextEncoder().encode(`${JSON.stringify(letter)}    \n   `);
  return readLetter(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

describe("a letter on its way (F39)", () => {
  it("arrives well-formed and otherwise unchanged, whatever was typed", () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const value = answerFrom(question("ownWords"), new Map([["ownWords", [typed]]]), "ar");
        fc.pre(value !== null);
        const letter = travelled(policeLetter({ ownWords: value }));
        const expected = typed.trim().replace(/\p{Surrogate}/gu, "\ufffd");
        expect(letter?.answers).toEqual({ ownWords: { kind: "text", text: expected, language: "ar" } });
      }),
      { numRuns: 500 },
    );
  });

  it("arrives when every field was filled with what keyboards and attackers send", () => {
    fc.assert(
      fc.property(
        anyAnswers(() => hostileText),
        (answers) => {
          const stored = z.parse(answersSchema, JSON.parse(JSON.stringify(answers)));
          expect(stored).toEqual(answers);
          if (ready(stored, "full", organisations, today).some(({ kind }) => kind === "unaccepted")) return;
          const letter = policeLetter(stored);
          expect(travelled(letter)).toEqual(letter);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is read at the desk for each organisation whenever the report was ready to be sent", () => {
    fc.assert(
      fc.property(
        anyAnswers(() => fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 })),
        (answers) => {
          const lacks = ready(answers, "full", organisations, today);
          fc.pre(!lacks.some(({ kind }) => kind === "unaccepted"));
          for (const each of organisations) {
            const consent = consentFor(answers, each);
            if (!consent) continue;
            const letter = letterOf({ ...policeLetter(answers), answers, organisation: each, consent, depth: "full" });
            expect(travelled(letter)).toEqual(letter);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("refuses a pasted book with a message, keeps it in its field and in the draft, and never seals it", () => {
    const book = "گ".repeat(1_000_000);
    const value = answerFrom(question("ownWords"), new Map([["ownWords", [book]]]), "ur");
    if (!value) throw new Error("the book was lost");
    expect(accepts(question("ownWords"), value, today)).toEqual([
      { field: "ownWords", because: "tooLong", limit: 10_000 },
    ]);
    expect(entriesOf(question("ownWords"), value).get("ownWords")).toEqual([book]);
    expect(z.safeParse(answersSchema, JSON.parse(JSON.stringify({ ownWords: value }))).success).toBe(true);
    expect(ready({ ownWords: value }, "short", organisations, today)).toContainEqual({
      kind: "unaccepted",
      question: "ownWords",
    });
    expect(travelled(policeLetter({ ownWords: value }))).toBeNull();
  });

  it("fits into one submission even when every field is full to the brim, for three organisations", () => {
    const letter = JSON.stringify(policeLetter(fullToTheBrim()));
    expect(readLetter(letter)).not.toBeNull();
    const bytes = new TextEncoder().encode(letter).length;
    expect(3 * bytes * (4 / 3) * 1.1).toBeLessThan(largestSubmissionBytes);
  });
});

/** Everything that a helper is asked, each text as long as it may be, in three-byte letters. */
function fullToTheBrim(): Answers {
  const fields = questions.flatMap((each): readonly (readonly [Question, Map<string, string[]>])[] => {
    const { asks, id } = each;
    const write = (most: number) => "話".repeat(most);
    const many = (prefix: string, parts: readonly { id: string; asks: Question["asks"] }[]) =>
      parts.flatMap((part): [string, string[]][] => {
        const name = `${prefix}.${part.id}`;
        if (part.asks.kind === "text") return part.asks.input === "date" ? [] : [[name, [write(part.asks.maxLength)]]];
        if (part.asks.kind !== "choice" && part.asks.kind !== "choices") return [];
        const ids = part.asks.options.filter((option) => !option.alone).map((option) => option.id);
        const last =
          part.asks.kind === "choice" && ids.includes("yes")
            ? ["yes"]
            : part.asks.kind === "choice"
              ? ids.slice(-1)
              : ids;
        return [
          [name, last],
          [`${name}.ownWords.other`, [write(500)]],
        ];
      });
    if (asks.kind === "text") return [[each, new Map([[id, [write(asks.maxLength)]]])]];
    if (asks.kind === "several") return [[each, new Map(many(id, asks.parts))]];
    if (asks.kind === "people")
      return [
        [each, new Map(Array.from({ length: asks.most }, (_, index) => many(`${id}.${index}`, asks.parts)).flat())],
      ];
    if (asks.kind === "choices") return [[each, new Map([[id, asks.options.map((option) => option.id)]])]];
    return [];
  });
  return Object.fromEntries(
    fields.flatMap(([each, entries]) => {
      const value = answerFrom(each, entries, "zh-Hant");
      return value ? [[each.id, value]] : [];
    }),
  );
}

describe("reading a letter", () => {
  const letter = policeLetter({ ownWords: { kind: "text", text: "They shouted.", language: "en-GB" } });

  it("reads its own, and questions and options of a later release", () => {
    expect(readLetter(JSON.stringify(letter))).toEqual(letter);
    const later = { ...letter, questions: 9, answers: { weather: { kind: "choice", option: "hail" } } };
    expect(readLetter(JSON.stringify(later))).toEqual(later);
  });

  it.each<[string, unknown]>([
    ["no JSON", "{"],
    ["nothing", ""],
    ["another format", { ...letter, format: "letter" }],
    ["another version", { ...letter, version: 2 }],
    ["a field more", { ...letter, extra: true }],
    ["no consent", { ...letter, consent: undefined }],
    ["another's consent", { ...letter, consent: { ...letter.consent, council: "facts" } }],
    ["an answer of no kind", { ...letter, answers: { ownWords: { text: "a" } } }],
    ["a consent among the answers", { ...letter, answers: { send: { kind: "consent", given: {} } } }],
    ["a text without language", { ...letter, answers: { ownWords: { kind: "text", text: "a" } } }],
    [
      "a text that is too long",
      { ...letter, answers: { ownWords: { kind: "text", text: "a".repeat(10_001), language: "en" } } },
    ],
    ["a broken text", { ...letter, answers: { ownWords: { kind: "text", text: "\ud83d", language: "en" } } }],
    ["a day that is none", { ...letter, answers: { when: { kind: "when", how: "exact", from: "2026-02-30" } } }],
    [
      "a place off the earth",
      { ...letter, answers: { place: { kind: "place", position: { latitude: 99, longitude: 0, accuracyMetres: 1 } } } },
    ],
    [
      "a thousand answers",
      {
        ...letter,
        answers: Object.fromEntries(
          Array.from({ length: 1000 }, (_, index) => [`q${index}`, { kind: "declined", because: "dontKnow" }]),
        ),
      },
    ],
  ])("does not take %s for a letter", (_name, content) => {
    expect(readLetter(typeof content === "string" ? content : JSON.stringify(content))).toBeNull();
  });

  it("reads which report it adds to, and only from a reference as people write it down", () => {
    const addendum = { ...letter, addendumTo: "7QF3K-9ZD0X" };
    expect(readLetter(JSON.stringify(addendum))).toEqual(addendum);
    expect(letterOf({ ...addendum, organisation: police, consent: letter.consent })).toMatchObject({
      addendumTo: "7QF3K-9ZD0X",
    });
    expect(letter).not.toHaveProperty("addendumTo");
    for (const odd of ["", "7QF3K9ZD0X", "7qf3k-9zd0x", "7QF3K-9ZD0U", "7QF3K-9ZD0X ", 5, null]) {
      expect(readLetter(JSON.stringify({ ...letter, addendumTo: odd }))).toBeNull();
    }
  });

  it("takes nothing from a key that reaches behind an object", () => {
    const read = readLetter(JSON.stringify(letter).replace('"ownWords"', '"__proto__"'));
    expect(read?.answers).toEqual({});
    expect(Object.getPrototypeOf(read?.answers)).toBe(Object.prototype);
  });

  it("does not read on in what is far too long", () => {
    expect(readLetter(`${JSON.stringify(letter)}${" ".repeat(2_000_000)}`)).toBeNull();
  });
});

describe("a draft", () => {
  it("is believed only in every detail", () => {
    const believed = (content: unknown) => z.safeParse(answersSchema, content).success;
    expect(believed({ when: { kind: "when", how: "exact", from: "not yet a day" } })).toBe(true);
    expect(believed({ send: { kind: "consent", given: { police: { choice: "facts", additions: [] } } } })).toBe(true);
    expect(believed({ ownWords: "text" })).toBe(false);
    expect(believed({ ownWords: { kind: "text", text: "a", language: "en", more: 1 } })).toBe(false);
    expect(believed([])).toBe(false);
    expect(believed(null)).toBe(false);
  });
});

describe("the version of the consent's wording", () => {
  /** What each version said in English. Never change a line: words that promise something else need a new version. */
  const said: Readonly<Record<string, string>> = {
    "1": "4e1ffc00c8c3c313",
    "2": "ad5acc35380dff81",
  };

  it("grows with the words that a person agrees to", () => {
    const words = JSON.parse(readFileSync(new URL("../../locales/en-GB/questions.json", import.meta.url), "utf8"));
    const { prompt: _, ...agreedTo } = words.send; // what a worker may say beside it
    const digest = createHash("sha256").update(JSON.stringify(agreedTo)).digest("hex");
    expect(digest.slice(0, 16)).toBe(said[consentWording]);
  });
});
