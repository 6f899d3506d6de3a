import type { OwnWords, Parts, PartValue, Value } from "../report/answer.ts";
import type { Kind, Part, Question, Who } from "../report/question.ts";
import { saidOfWhen } from "./reading-when.ts";
import { type Row, type Said, saidWord, type Word, word } from "./said.ts";

/** Where words are looked up: under which question or part, and about whom it speaks. */
export interface Spot {
  readonly at: string;
  readonly who: Who;
}

/** Everything an answer says, in English labels and in the person's own words. */
export function saidOf(value: Value, question: Question | undefined, spot: Spot): readonly Said[] {
  switch (value.kind) {
    case "choice":
    case "choices":
    case "text":
    case "number":
      return saidOfPart(value, question?.asks, spot);
    case "when":
      return saidOfWhen(value);
    case "place":
      return [{ kind: "rows", rows: placeRows(value) }];
    case "contact":
      return value.allowed
        ? [{ kind: "rows", rows: contactRows(value) }]
        : [saidWord(word("desk:contact.refused", "no"))];
    case "several":
      return [{ kind: "rows", rows: partRows(value.parts, question?.asks, spot) }];
    case "people":
      return value.people.map((person, index) => ({
        kind: "rows",
        title: word("desk:person", "", { number: index + 1 }),
        rows: partRows(person, question?.asks, spot),
      }));
    case "consent":
      return [];
    case "declined":
      return [{ kind: "declined", word: word(`desk:declined.${value.because}`, value.because) }];
  }
}

function saidOfPart(value: PartValue, asks: Kind | undefined, spot: Spot): readonly Said[] {
  switch (value.kind) {
    case "choice":
      return [option(spot, value.option), ...own(value.ownWords)];
    case "choices":
      return [...value.options.map((id) => option(spot, id)), ...own(value.ownWords)];
    case "text":
      return [text(value, asks)];
    case "number":
      return [
        value.about
          ? saidWord(word("desk:about", String(value.count), { number: value.count }))
          : { kind: "plain", text: String(value.count) },
      ];
  }
}

function text(words: OwnWords, asks: Kind | undefined): Said {
  const input = asks?.kind === "text" ? (asks.input ?? "text") : "text";
  if (input !== "text") return { kind: "plain", text: words.text };
  return { kind: "own", words, long: asks?.kind === "text" && asks.lines === "many" };
}

const own = (words: OwnWords | undefined): readonly Said[] => (words ? [{ kind: "own", words, long: false }] : []);

function option({ at, who }: Spot, id: string): Said {
  const here = `questions:${at}.options.${id}`;
  return saidWord({ keys: [`${here}_${who}`, here, `questions:common.options.${id}`], otherwise: id });
}

/** Parts in the order in which they are asked; parts that this version does not know come last, under their ids. */
function partRows(parts: Parts, asks: Kind | undefined, spot: Spot): readonly Row[] {
  const known: readonly Part[] = asks?.kind === "several" || asks?.kind === "people" ? asks.parts : [];
  const ids = [...new Set([...known.map((part) => part.id), ...Object.keys(parts)])];
  return ids.flatMap((id) => {
    const value = parts[id];
    if (!value) return [];
    const here = { ...spot, at: `${spot.at}.parts.${id}` };
    const part = known.find((one) => one.id === id);
    return [{ id, label: labelOf(here, id), said: saidOfPart(value, part?.asks, here) }];
  });
}

/** What a question or a part is called at the desk, where it is not the person who reads. */
export function labelOf({ at, who }: Spot, id: string): Word {
  const asked = [`short_${who}`, "short", `ask_${who}`, "ask"].map((key) => `questions:${at}.${key}`);
  return { keys: [`desk:labels.${at}.label_${who}`, `desk:labels.${at}.label`, ...asked], otherwise: id };
}

type Place = Extract<Value, { kind: "place" }>;

function placeRows({ description, postcode, landmark, position }: Place): readonly Row[] {
  const rows: Row[] = [];
  const add = (id: string, said: readonly Said[]) => rows.push({ id, label: word(`desk:place.${id}`, id), said });
  if (description) add("description", [{ kind: "own", words: description, long: false }]);
  if (postcode) add("postcode", [{ kind: "plain", text: postcode }]);
  if (landmark) add("landmark", [{ kind: "own", words: landmark, long: false }]);
  if (position) {
    const { latitude, longitude, accuracyMetres } = position;
    const metres = Math.round(accuracyMetres);
    const values = { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5), metres };
    add("position", [saidWord(word("desk:place.within", `${latitude}, ${longitude}`, values))]);
  }
  return rows;
}

type Contact = Extract<Value, { kind: "contact" }>;

/** Ways whose details are the same in every language, so that no language is named beside a number. */
const codes: readonly string[] = ["phone", "text", "email"];

function contactRows({ ways, details }: Contact): readonly Row[] {
  const ids = [...new Set(["name", ...ways, ...Object.keys(details)])];
  return ids.flatMap((id) => {
    const given = Object.hasOwn(details, id) ? details[id] : undefined; // ids come from the letter: `constructor`
    if (!given && !ways.includes(id)) return [];
    const label = { keys: [`desk:contact.${id}`, `questions:common.contact.ways.options.${id}`], otherwise: id };
    const said: Said = given
      ? codes.includes(id)
        ? { kind: "plain", text: given.text }
        : { kind: "own", words: given, long: false }
      : saidWord(word("desk:contact.noDetail", ""));
    return [{ id, label, said: [said] }];
  });
}
