import type { OwnWords, Parts, PartValue, Value } from "./answer.ts";
import { partsShown } from "./condition.ts";
import { dayProblems, whenProblems } from "./days.ts";
import { fewWords, longestAddress } from "./limits.ts";
import { type Problem, problemIf } from "./problem.ts";
import type { Kind, Part, Question, TextInput } from "./question.ts";

/**
 * What is wrong with an answer, if anything. Never that something is missing, save how to reach a person who wants to be
 * reached. `today` is a civil date (`2026-11-23`): hand in the later of the device's and the build's, because a clock
 * that is behind must not turn a true date away.
 */
export function accepts(question: Question, value: Value, today: string): readonly Problem[] {
  const { asks, id: field } = question;
  switch (value.kind) {
    case "choice":
    case "choices":
    case "text":
    case "number":
      return inPart(asks, field, value, today);
    case "when":
      return whenProblems(field, value, today);
    case "place":
      return placeProblems(field, value);
    case "contact":
      return contactProblems(field, value);
    case "several":
      return asks.kind === "several" ? inParts(asks.parts, field, value.parts, today) : [];
    case "people":
      if (asks.kind !== "people") return [];
      return [
        ...problemIf(value.people.length > asks.most, field, "tooManyPeople", asks.most),
        ...value.people.flatMap((person, index) => inParts(asks.parts, `${field}.${index}`, person, today)),
      ];
    case "consent":
    case "declined":
      return [];
  }
}

/** Only what the person can see: nobody is sent to a hidden field. */
function inParts(parts: readonly Part[], field: string, given: Parts, today: string): readonly Problem[] {
  return partsShown(parts, given).flatMap(({ id, asks }) => {
    const value = given[id];
    return value ? inPart(asks, `${field}.${id}`, value, today) : [];
  });
}

function inPart(asks: Kind, field: string, value: PartValue, today: string): readonly Problem[] {
  switch (value.kind) {
    case "choice":
    case "choices": {
      const ids = value.kind === "choice" ? [value.option] : value.options;
      const asking =
        "options" in asks ? asks.options.find((each) => each.ownWords && ids.includes(each.id)) : undefined;
      return asking ? tooLong(`${field}.ownWords.${asking.id}`, value.ownWords, fewWords) : [];
    }
    case "text":
      if (asks.kind === "number") return problemIf(true, field, "notANumber");
      if (asks.kind !== "text") return [];
      return [
        ...tooLong(field, value, asks.maxLength),
        ...inputProblems(asks.input ?? "text", field, value.text, today),
      ];
    case "number":
      return asks.kind === "number" ? problemIf(value.count > asks.most, field, "numberTooHigh", asks.most) : [];
  }
}

function inputProblems(input: TextInput, field: string, text: string, today: string): readonly Problem[] {
  switch (input) {
    case "date":
      return dayProblems(field, text, today);
    case "email":
      return problemIf(!looksLikeEmail(text), field, "notAnEmail");
    case "tel":
      return problemIf(!looksLikePhoneNumber(text), field, "notAPhoneNumber");
    case "postcode":
      return problemIf(!looksLikePostcode(text), field, "notAPostcode");
    case "text":
    case "url":
      return [];
  }
}

function placeProblems(field: string, place: Value & { kind: "place" }): readonly Problem[] {
  const { description, landmark, postcode } = place;
  const isOdd = postcode !== undefined && !looksLikePostcode(postcode);
  return [
    ...tooLong(`${field}.description`, description, longestAddress),
    ...problemIf(isOdd, `${field}.postcode`, "notAPostcode"),
    ...tooLong(`${field}.landmark`, landmark, fewWords),
  ];
}

/** Someone who says *yes* and gives no way would wait for a call that cannot come. */
function contactProblems(field: string, { allowed, ways, details }: Value & { kind: "contact" }): readonly Problem[] {
  const number = (way: string) => (ways.includes(way) ? details[way] : undefined);
  const isOdd = (way: string, looksRight: (text: string) => boolean) => {
    const given = number(way);
    return given !== undefined && !looksRight(given.text);
  };
  return [
    ...problemIf(allowed && ways.length === 0, `${field}.ways`, "needsWayToContact"),
    ...ways.flatMap((way) => problemIf(details[way] === undefined, `${field}.${way}`, "needsDetail")),
    ...["name", ...ways].flatMap((name) => tooLong(`${field}.${name}`, details[name], fewWords)),
    ...problemIf(isOdd("phone", looksLikePhoneNumber), `${field}.phone`, "notAPhoneNumber"),
    ...problemIf(isOdd("text", looksLikePhoneNumber), `${field}.text`, "notAPhoneNumber"),
    ...problemIf(isOdd("email", looksLikeEmail), `${field}.email`, "notAnEmail"),
  ];
}

function tooLong(field: string, words: OwnWords | undefined, limit: number): readonly Problem[] {
  return problemIf(words !== undefined && words.text.length > limit, field, "tooLong", limit);
}

/** The whole or the first half, however it is spaced. */
function looksLikePostcode(text: string): boolean {
  return /^[a-z]{1,2}\d[a-z\d]?(\d[a-z]{2})?$/i.test(text.replace(/[\s.-]/g, ""));
}

const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Three digits or more in any script, and perhaps an extension or a note. */
const looksLikePhoneNumber = (text: string): boolean => (text.match(/\p{Nd}/gu)?.length ?? 0) >= 3;
