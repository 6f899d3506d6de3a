import { dateFormat } from "../../language/date-format.ts";
import type { OwnWords, Parts, PartValue, Value } from "../../report/answer.ts";
import { optionKeys } from "../../report/option-keys.ts";
import type { Part, Question } from "../../report/question.ts";
import type { Message, Spoken } from "../../ui/words-context.tsx";

/** One line of an answer as the person reads it again. `language` is there for their own words. */
export interface Line {
  readonly text: Message;
  readonly label?: Message;
  readonly language?: string;
}

/** An answer in the words of the page and in the person's own, in the order in which it was given. */
export function linesOf(question: Question, value: Value): readonly Line[] {
  switch (value.kind) {
    case "choice":
    case "choices":
    case "text":
    case "number":
      return partLines(question, undefined, value);
    case "when":
      return whenLines(value);
    case "place": {
      const at = (part: string) => worded(`questions:common.place.${part}.ask`);
      const { description, landmark, postcode, position } = value;
      return [
        ...own(description, at("description")),
        ...(postcode ? [{ label: at("postcode"), text: postcode }] : []),
        ...own(landmark, at("landmark")),
        ...(position
          ? [
              {
                text: ({ t }: Spoken) =>
                  t("questions:common.place.position.given", { metres: position.accuracyMetres }),
              },
            ]
          : []),
      ];
    }
    case "contact":
      return [
        { text: worded(`questions:common.contact.allowed.options.${value.allowed ? "yes" : "no"}`) },
        ...["name", ...value.ways].flatMap((way) => {
          const given = own(value.details[way], worded(`questions:common.contact.${way}.ask`));
          return given.length > 0 || way === "name"
            ? given
            : [{ text: worded(`questions:common.contact.ways.options.${way}`) }];
        }),
      ];
    case "several":
      return partsLines(question, value.parts);
    case "people":
      return value.people.flatMap((person, place) => [
        { text: ({ t }) => t("questions:common.people.person", { number: place + 1 }) },
        ...partsLines(question, person),
      ]);
    case "consent":
      return [];
    case "declined":
      return [{ text: worded(`questions:common.${value.because}`) }];
  }
}

/** What stands under this key. */
const worded =
  (key: string): Message =>
  ({ t }) =>
    t(key);

function partsLines(question: Question, given: Parts): readonly Line[] {
  const parts = question.asks.kind === "several" || question.asks.kind === "people" ? question.asks.parts : [];
  return parts.flatMap((part) => {
    const value = given[part.id];
    if (!value) return [];
    const label = worded(`questions:${question.id}.parts.${part.id}.ask`);
    return partLines(question, part, value).map((line) => ({ label, ...line }));
  });
}

function partLines(question: Question, part: Part | undefined, value: PartValue): readonly Line[] {
  const option = (id: string, { t, has }: Spoken) => {
    const keys = optionKeys(part ? `${question.id}.parts.${part.id}` : question.id, id);
    return t(keys.map((key) => `questions:${key}`).find(has) ?? id);
  };
  switch (value.kind) {
    case "choice":
      return [{ text: (spoken) => option(value.option, spoken) }, ...own(value.ownWords)];
    case "choices": {
      const list = (spoken: Spoken) =>
        // Not a list of units: Chinese writes those without anything between them.
        new Intl.ListFormat(spoken.language.tag, { type: "conjunction", style: "narrow" }).format(
          value.options.map((id) => option(id, spoken)),
        );
      return [{ text: list }, ...own(value.ownWords)];
    }
    case "text":
      return own(value);
    case "number": {
      const text = ({ t, language }: Spoken) => {
        const count = new Intl.NumberFormat(language.tag).format(value.count);
        return value.about ? `${count} (${t("questions:common.number.about.ask")})` : count;
      };
      return [{ text }];
    }
  }
}

function whenLines(when: Extract<Value, { kind: "when" }>): readonly Line[] {
  const shared = "questions:common.when";
  const day =
    (date: string): Message =>
    ({ language }) => {
      const moment = new Date(`${date}T00:00:00Z`);
      if (Number.isNaN(moment.getTime())) return date; // not a day yet: it stands as it was typed, to be put right
      return dateFormat(language.tag, { dateStyle: "full", timeZone: "UTC" }).format(moment);
    };
  const from = when.how === "exact" ? "from.ask" : `from.ask_${when.how}`;
  return [
    { text: worded(`${shared}.how.options.${when.how}`) },
    ...(when.from ? [{ label: worded(`${shared}.${from}`), text: day(when.from) }] : []),
    ...(when.to ? [{ label: worded(`${shared}.to.ask`), text: day(when.to) }] : []),
    ...(when.within ? [{ text: worded(`${shared}.within.options.${when.within}`) }] : []),
    ...(when.time ? [{ label: worded(`${shared}.time.ask`), text: when.time }] : []),
    ...(when.partOfDay ? [{ text: worded(`${shared}.partOfDay.options.${when.partOfDay}`) }] : []),
  ];
}

const own = (words: OwnWords | undefined, label?: Message): readonly Line[] =>
  words ? [{ ...words, ...(label ? { label } : {}) }] : [];
