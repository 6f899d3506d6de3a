import { dateFormat } from "../../language/date-format.ts";
import type { OwnWords, Parts, PartValue, Value } from "../../report/answer.ts";
import { optionKeys } from "../../report/option-keys.ts";
import type { Part, Question } from "../../report/question.ts";
import type { Spoken } from "../../ui/words-context.tsx";

/** One line of an answer as the person reads it again. `language` is there for their own words. */
export interface Line {
  readonly text: string;
  readonly label?: string;
  readonly language?: string;
}

/** An answer in the words of the page and in the person's own, in the order in which it was given. */
export function linesOf(question: Question, value: Value, spoken: Spoken): readonly Line[] {
  const { t } = spoken;
  switch (value.kind) {
    case "choice":
    case "choices":
    case "text":
    case "number":
      return partLines(question, undefined, value, spoken);
    case "when":
      return whenLines(value, spoken);
    case "place": {
      const at = (part: string) => t(`questions:common.place.${part}.ask`);
      const { description, landmark, postcode, position } = value;
      return [
        ...own(description, at("description")),
        ...(postcode ? [{ label: at("postcode"), text: postcode }] : []),
        ...own(landmark, at("landmark")),
        ...(position
          ? [{ text: t("questions:common.place.position.given", { metres: position.accuracyMetres }) }]
          : []),
      ];
    }
    case "contact":
      return [
        { text: t(`questions:common.contact.allowed.options.${value.allowed ? "yes" : "no"}`) },
        ...["name", ...value.ways].flatMap((way) => {
          const label = t(`questions:common.contact.${way}.ask`);
          const given = own(value.details[way], label);
          return given.length > 0 || way === "name"
            ? given
            : [{ text: t(`questions:common.contact.ways.options.${way}`) }];
        }),
      ];
    case "several":
      return partsLines(question, value.parts, spoken);
    case "people":
      return value.people.flatMap((person, place) => [
        { text: t("questions:common.people.person", { number: place + 1 }) },
        ...partsLines(question, person, spoken),
      ]);
    case "consent":
      return [];
    case "declined":
      return [{ text: t(`questions:common.${value.because}`) }];
  }
}

function partsLines(question: Question, given: Parts, spoken: Spoken): readonly Line[] {
  const parts = question.asks.kind === "several" || question.asks.kind === "people" ? question.asks.parts : [];
  return parts.flatMap((part) => {
    const value = given[part.id];
    if (!value) return [];
    const label = spoken.t(`questions:${question.id}.parts.${part.id}.ask`);
    return partLines(question, part, value, spoken).map((line) => ({ label, ...line }));
  });
}

function partLines(
  question: Question,
  part: Part | undefined,
  value: PartValue,
  { t, has, language }: Spoken,
): readonly Line[] {
  const option = (id: string) => {
    const keys = optionKeys(part ? `${question.id}.parts.${part.id}` : question.id, id).map(
      (key) => `questions:${key}`,
    );
    return t(keys.find(has) ?? id);
  };
  switch (value.kind) {
    case "choice":
      return [{ text: option(value.option) }, ...own(value.ownWords)];
    case "choices": {
      const list = new Intl.ListFormat(language.tag, { type: "unit" }).format(value.options.map(option));
      return [{ text: list }, ...own(value.ownWords)];
    }
    case "text":
      return own(value);
    case "number": {
      const count = new Intl.NumberFormat(language.tag).format(value.count);
      return [{ text: value.about ? `${count} (${t("questions:common.number.about.ask")})` : count }];
    }
  }
}

function whenLines(when: Extract<Value, { kind: "when" }>, { t, language }: Spoken): readonly Line[] {
  const shared = "questions:common.when";
  const day = (date: string) => {
    const moment = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(moment.getTime())) return date; // not a day yet: it stands as it was typed, to be put right
    return dateFormat(language.tag, { dateStyle: "full", timeZone: "UTC" }).format(moment);
  };
  const from = when.how === "exact" ? "from.ask" : `from.ask_${when.how}`;
  return [
    { text: t(`${shared}.how.options.${when.how}`) },
    ...(when.from ? [{ label: t(`${shared}.${from}`), text: day(when.from) }] : []),
    ...(when.to ? [{ label: t(`${shared}.to.ask`), text: day(when.to) }] : []),
    ...(when.within ? [{ text: t(`${shared}.within.options.${when.within}`) }] : []),
    ...(when.time ? [{ label: t(`${shared}.time.ask`), text: when.time }] : []),
    ...(when.partOfDay ? [{ text: t(`${shared}.partOfDay.options.${when.partOfDay}`) }] : []),
  ];
}

const own = (words: OwnWords | undefined, label?: string): readonly Line[] =>
  words ? [{ ...words, ...(label ? { label } : {}) }] : [];
