import type { Parts, PartValue, Value } from "./answer.ts";
import type { Entries } from "./fields.ts";
import { textsIn } from "./own-words.ts";
import type { Question } from "./question.ts";
import { read } from "./reading.ts";

/**
 * What the person gave, or `null` for nothing. A decline counts only if nothing was given. Texts are trimmed and made
 * well-formed, nothing else is taken out of them. They are stamped with `language`, but for those that stand unchanged
 * in the `earlier` answer: these keep the language they were written in. What does not fit its field is kept as
 * written, for `accepts` to object to. Parts that the app itself filled in stay as they are in `earlier`.
 */
export function answerFrom(
  question: Question,
  entries: Entries,
  language: string,
  earlier?: Value | null,
): Value | null {
  const known = new Map((earlier ? textsIn(earlier) : []).map(({ words }) => [words.text, words.language]));
  const inLanguage = (text: string) => ({ text, language: known.get(text) ?? language });
  const given = withPartsByApp(question, read(question.asks, question.id, { entries, inLanguage }), earlier);
  if (given) return given;
  const because = question.declines.find((decline) => entries.get(`${question.id}.decline`)?.includes(decline));
  return because ? { kind: "declined", because } : null;
}

function withPartsByApp({ asks }: Question, given: Value | null, earlier: Value | null | undefined): Value | null {
  if (asks.kind !== "several" || earlier?.kind !== "several" || (given && given.kind !== "several")) return given;
  const kept = asks.parts.flatMap(({ id, byApp }): [string, PartValue][] => {
    const value = earlier.parts[id];
    return byApp && value ? [[id, value]] : [];
  });
  return kept.length > 0 ? { kind: "several", parts: { ...Object.fromEntries(kept), ...given?.parts } } : given;
}

/** The fields that show this answer again: `answerFrom` makes the same answer of them. */
export function entriesOf(question: Question, value: Value): Entries {
  const pairs = write(question.id, value).filter(([, [first]]) => first !== undefined);
  return new Map(pairs);
}

type Pair = readonly [field: string, values: readonly string[]];

function write(field: string, value: Value): readonly Pair[] {
  const at = (name: string, text: string | undefined): Pair => [`${field}.${name}`, text === undefined ? [] : [text]];
  switch (value.kind) {
    case "choice":
      return [[field, [value.option]], at(`ownWords.${value.option}`, value.ownWords?.text)];
    case "choices":
      // Only one option of a list asks for own words; a name for each does no harm.
      return [[field, value.options], ...value.options.map((id) => at(`ownWords.${id}`, value.ownWords?.text))];
    case "text":
      return [[field, [value.text]]];
    case "number":
      return [[field, [String(value.count)]], at("about", value.about ? "yes" : undefined)];
    case "when":
      return (["how", "from", "to", "within", "time", "partOfDay"] as const).map((name) => at(name, value[name]));
    case "place": {
      const { description, postcode, landmark, position } = value;
      return [
        at("description", description?.text),
        at("postcode", postcode),
        at("landmark", landmark?.text),
        at("position", position && [position.latitude, position.longitude, position.accuracyMetres].join()),
      ];
    }
    case "contact":
      return [
        at("allowed", value.allowed ? "yes" : "no"),
        [`${field}.ways`, value.ways],
        ...Object.entries(value.details).map(([name, { text }]) => at(name, text)),
      ];
    case "several":
      return writeParts(field, value.parts);
    case "people":
      return value.people.flatMap((person, index) => writeParts(`${field}.${index}`, person));
    case "consent":
      return Object.entries(value.given).flatMap(([organisation, { choice, additions }]) => [
        at(organisation, choice),
        ...additions.map((addition) => at(`${organisation}.${addition}`, "yes")),
      ]);
    case "declined":
      return [at("decline", value.because)];
  }
}

function writeParts(field: string, parts: Parts): readonly Pair[] {
  return Object.entries(parts).flatMap(([id, value]) => write(`${field}.${id}`, value));
}
