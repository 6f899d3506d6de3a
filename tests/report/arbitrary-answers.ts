import fc from "fast-check";
import type { Answers, Value } from "../../src/report/answer.ts";
import type { Entries } from "../../src/report/fields.ts";
import { answerFrom } from "../../src/report/form.ts";
import type { Kind, Option, Part, Question } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";

type Fields = Record<string, readonly string[]>;

/** Says what is written into a text field; the field's name has no index of a person in it. */
export type Write = (field: string) => fc.Arbitrary<string>;

const sometimes = (fields: fc.Arbitrary<Fields>): fc.Arbitrary<Fields> =>
  fc.oneof({ weight: 3, arbitrary: fields }, fc.constant({}));

const merged = (all: readonly fc.Arbitrary<Fields>[]): fc.Arbitrary<Fields> =>
  fc.tuple(...all).map((each) => Object.assign({}, ...each) as Fields);

/** A form filled in at random: every field perhaps empty, perhaps declined beside. */
function anyEntries(question: Question, write: Write): fc.Arbitrary<Entries> {
  const decline = fc
    .constantFrom(...question.declines.map((each) => [each]), [])
    .map((values) => ({ [`${question.id}.decline`]: values }));
  return merged([fieldsOf(question.asks, question.id, question.id, write), sometimes(decline)]).map(
    (fields) => new Map(Object.entries(fields).filter(([, values]) => values.length > 0)),
  );
}

/** What the form makes of such a form, or nothing. */
export function anyAnswer(question: Question, write: Write): fc.Arbitrary<Value | null> {
  return anyEntries(question, write).map((entries) => answerFrom(question, entries, "en-GB"));
}

/** A report with answers to any questions, also to such as are hidden by the others. */
export function anyAnswers(write: Write): fc.Arbitrary<Answers> {
  const each = questions.map((question) => anyAnswer(question, write).map((value) => ({ id: question.id, value })));
  return fc
    .tuple(...each)
    .map((pairs) => Object.fromEntries(pairs.flatMap(({ id, value }) => (value ? [[id, value]] : []))));
}

function fieldsOf(asks: Kind, field: string, name: string, write: Write): fc.Arbitrary<Fields> {
  const text = (sub: string) => sometimes(write(`${name}.${sub}`).map((words) => ({ [`${field}.${sub}`]: [words] })));
  const pick = (sub: string, ids: readonly string[]) =>
    sometimes(fc.constantFrom(...ids).map((id) => ({ [`${field}.${sub}`]: [id] })));
  switch (asks.kind) {
    case "choice":
    case "choices":
      return optionFields(asks.kind, asks.options, field, name, write);
    case "text":
      return sometimes(write(name).map((words) => ({ [field]: [words] })));
    case "number":
      return sometimes(
        fc
          .tuple(fc.nat(20_000), fc.boolean())
          .map(([count, about]) => ({ [field]: [String(count)], [`${field}.about`]: about ? ["yes"] : [] })),
      );
    case "when":
      return merged([
        pick("how", ["exact", "about", "overTime", "ongoing"]),
        pick("from", ["2026-11-20", "2026-02-28"]),
        pick("to", ["2026-11-22", "2026-11-21"]),
        pick("within", ["day", "week", "month"]),
        pick("time", ["18:30", "00:00"]),
        pick("partOfDay", ["morning", "afternoon", "evening", "night"]),
      ]);
    case "place":
      return merged([
        text("description"),
        text("landmark"),
        pick("postcode", ["OX1 1BF", "ox4"]),
        pick("position", ["51.75,-1.25,12"]),
      ]);
    case "contact":
      return merged([
        pick("allowed", ["yes", "no"]),
        sometimes(fc.subarray(asks.ways.map(({ id }) => id)).map((ways) => ({ [`${field}.ways`]: ways }))),
        ...["name", ...asks.ways.map(({ id }) => id)].map(text),
      ]);
    case "several":
      return partFields(asks.parts, field, name, write);
    case "people":
      return merged([0, 1, 2].map((index) => sometimes(partFields(asks.parts, `${field}.${index}`, name, write))));
    case "consent":
      return merged([
        pick("police", ["nothing", "facts", "factsAndContact", "support", "everything"]),
        pick("victimsFirst", ["nothing", "facts", "factsAndContact", "support"]),
        pick("council", ["nothing", "facts", "factsAndContact"]),
        pick("council.antisocialBehaviour", ["yes"]),
      ]);
  }
}

function partFields(parts: readonly Part[], field: string, name: string, write: Write): fc.Arbitrary<Fields> {
  return merged(parts.map(({ id, asks }) => fieldsOf(asks, `${field}.${id}`, `${name}.${id}`, write)));
}

function optionFields(
  kind: string,
  options: readonly Option[],
  field: string,
  name: string,
  write: Write,
): fc.Arbitrary<Fields> {
  const ids = options.map(({ id }) => id);
  const chosen = kind === "choice" ? fc.constantFrom(...ids).map((id) => [id]) : fc.subarray(ids);
  const words = options
    .filter((option) => option.ownWords)
    .map(({ id }) => write(`${name}.ownWords`).map((text) => ({ [`${field}.ownWords.${id}`]: [text] })));
  return merged([sometimes(chosen.map((values) => ({ [field]: values }))), ...words.map(sometimes)]);
}

/** Plants the name of each field in it, so that it can be told in a letter where a text came from. */
export const canary: Write = (field) => fc.constant(`<<${field}>>`);

/** The fields whose canary is in this text. */
export function canariesIn(text: string): readonly string[] {
  return [...text.matchAll(/<<([\w.]+)>>/g)].map((match) => match[1] ?? "");
}

/** Whatever people and their keyboards send: broken pairs, control characters, other scripts, markup and formulas. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    "nul \u0000 in the middle",
    "lone \ud83d surrogate",
    "\udc00 first",
    "\u202Eright to left override",
    "👩‍👩‍👧‍👦 🏳️‍⚧️ 𝒳",
    "=cmd|'/c calc'!A1",
    '<img src=x onerror="alert(1)">',
    "__proto__",
    "سبّوني في الشارع",
    "line one\r\nline two\n\n\tthree",
  ),
);
