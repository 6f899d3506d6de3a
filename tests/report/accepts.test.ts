import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accepts } from "../../src/report/accepts.ts";
import type { Value } from "../../src/report/answer.ts";
import { entriesOf } from "../../src/report/form.ts";
import type { Question } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import { anyAnswer, hostileText } from "./arbitrary-answers.ts";

const today = "2026-11-23";
const own = (text: string) => ({ text, language: "en-GB" });
const text = (words: string) => ({ kind: "text", ...own(words) }) as const;

function problems(id: string, value: Value): readonly string[] {
  const question = questions.find((each): each is Question => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return accepts(question, value, today).map(({ field, because, limit }) =>
    [field, because, ...(limit ? [limit] : [])].join(" "),
  );
}

describe("what an answer may be", () => {
  it("never asks for more than a person gave, whatever was left empty", () => {
    for (const question of questions) {
      fc.assert(
        fc.property(
          anyAnswer(question, () => fc.constant("07700 900123 a@b.cd")),
          (value) => {
            fc.pre(value !== null);
            const missing = accepts(question, value, today).filter(({ because }) => because.startsWith("needs"));
            expect(missing.filter(() => question.id !== "contact")).toEqual([]);
          },
        ),
        { numRuns: 30 },
      );
    }
  });

  it("points at a field of the form, for whatever was typed", () => {
    for (const question of questions) {
      fc.assert(
        fc.property(
          anyAnswer(question, () => hostileText),
          (value) => {
            fc.pre(value !== null);
            const fields = new Set(entriesOf(question, value).keys());
            const lost = accepts(question, value, today).filter(
              ({ because, field }) => !because.startsWith("needs") && !fields.has(field),
            );
            expect(lost).toEqual([]);
          },
        ),
        { numRuns: 30 },
      );
    }
  });

  it.each<[string, Value, readonly string[]]>([
    ["ownWords", text("a".repeat(10_000)), []],
    ["ownWords", text("a".repeat(10_001)), ["ownWords tooLong 10000"]],
    [
      "incidentTypes",
      { kind: "choices", options: ["other"], ownWords: own("a".repeat(501)) },
      ["incidentTypes.ownWords.other tooLong 500"],
    ],
    ["offenderCount", { kind: "number", count: 3, about: true }, []],
    ["offenderCount", { kind: "number", count: 10_001, about: false }, ["offenderCount numberTooHigh 10000"]],
    ["offenderCount", text("a gang"), ["offenderCount notANumber"]],
    ["victim", { kind: "several", parts: { dateOfBirth: text("1990-02-29") } }, ["victim.dateOfBirth notADate"]],
    ["victim", { kind: "several", parts: { dateOfBirth: text("1992-02-29") } }, []],
    ["loss", { kind: "several", parts: { value: text("a".repeat(200)) } }, []],
    [
      "offender",
      { kind: "people", people: [{ hair: text("red") }, { hair: text("a".repeat(201)) }] },
      ["offender.1.hair tooLong 200"],
    ],
    [
      "offender",
      { kind: "people", people: Array.from({ length: 9 }, () => ({ hair: text("red") })) },
      ["offender tooManyPeople 8"],
    ],
    ["wishes", { kind: "declined", because: "dontKnow" }, []],
  ])("of %s: %j", (id, value, expected) => {
    expect(problems(id, value)).toEqual(expected);
  });

  it.each<[string, Partial<Value & { kind: "when" }>, readonly string[]]>([
    ["today", { from: today }, []],
    ["a day of a leap year", { from: "2024-02-29" }, []],
    ["a day that does not exist", { from: "2026-02-29" }, ["when.from notADate"]],
    ["words", { from: "last Tuesday" }, ["when.from notADate"]],
    ["tomorrow", { from: "2026-11-24" }, ["when.from dateInFuture"]],
    ["a year of two figures", { from: "0026-11-20" }, ["when.from dateTooEarly"]],
    ["an end before the start", { how: "overTime", from: "2026-11-20", to: "2026-11-19" }, ["when.to endBeforeStart"]],
    ["an end on the same day", { how: "overTime", from: "2026-11-20", to: "2026-11-20" }, []],
    ["an end without a start", { how: "overTime", to: "2026-11-20" }, []],
    ["a time", { time: "23:59" }, []],
    ["a time that is none", { time: "24:00" }, ["when.time notATime"]],
    ["nothing but how well it is known", {}, []],
  ])("when: %s", (_name, when, expected) => {
    expect(problems("when", { kind: "when", how: "exact", ...when })).toEqual(expected);
  });

  it.each(["OX1 1BF", "ox11bf", "OX4", " w1a 0ax", "SL1-2AB", "M1 1AE", "RG1"])(
    "where: takes %s for a postcode",
    (postcode) => {
      expect(problems("place", { kind: "place", postcode })).toEqual([]);
    },
  );

  it.each(["Oxford", "12345", "OX"])("where: asks to look at %s again", (postcode) => {
    expect(problems("place", { kind: "place", postcode })).toEqual(["place.postcode notAPostcode"]);
  });

  const contact = (ways: string[], details: Record<string, string>): Value => ({
    kind: "contact",
    allowed: true,
    ways,
    details: Object.fromEntries(Object.entries(details).map(([way, detail]) => [way, own(detail)])),
  });

  it.each<[string, Value, readonly string[]]>([
    ["a no", { kind: "contact", allowed: false, ways: [], details: {} }, []],
    ["a yes without a way", contact([], {}), ["contact.ways needsWayToContact"]],
    ["a way without its number", contact(["phone"], {}), ["contact.phone needsDetail"]],
    ["a phone number", contact(["phone"], { phone: "+44 (0)7700 900 123, ask for Sam" }), []],
    ["a phone number in Arabic digits", contact(["text"], { text: "٠٧٧٠٠٩٠٠١٢٣" }), []],
    ["a phone number without digits", contact(["phone"], { phone: "mine" }), ["contact.phone notAPhoneNumber"]],
    ["an e-mail address", contact(["email"], { email: "name+x@example.co.uk" }), []],
    ["an e-mail address without its end", contact(["email"], { email: "name@example" }), ["contact.email notAnEmail"]],
    ["a friend", contact(["friend"], { friend: "My sister, at the shop" }), []],
  ])("contact: %s", (_name, value, expected) => {
    expect(problems("contact", value)).toEqual(expected);
  });

  it("sends nobody to a field that is hidden", () => {
    const contact = text("a".repeat(5_000));
    expect(
      problems("witnesses", { kind: "several", parts: { seen: { kind: "choice", option: "no" }, contact } }),
    ).toEqual([]);
  });
});
