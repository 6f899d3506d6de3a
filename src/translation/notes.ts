import { type CriticalPatterns, whyCritical } from "./critical.ts";
import { mayDropCount, placeholdersOf } from "./placeholders.ts";
import { roomFor } from "./room.ts";
import { examplesOf } from "./sources.ts";
import { formOf, type Words } from "./words.ts";

/** What each file is about, for somebody who has never seen the pages. */
const sections: Readonly<Record<string, string>> = {
  advice: "Advice on how to stay safe",
  directory: "Who can help",
  interface: "On every page",
  pages: "The first page, emergency numbers and support",
  point: "The tablet of a Connect point, read by workers and visitors",
  problems: "What is wrong with an answer",
  questions: "The questions",
  report: "From the finished answers until the report is received",
};

/** What a translator has to know of a string, a line for each thing. */
export function notesOn(key: string, english: string, language: string, measure: Measure): readonly string[] {
  const why = whyCritical(key, measure.critical);
  const room = roomFor(english, language);
  return [
    sectionOf(key, measure.english),
    ...formNotes(key, language),
    ...(why === null ? [] : [`CRITICAL: a wrong word here could harm somebody. ${why}`]),
    ...placeholderNotes(key, english),
    ...(room === null ? [] : [`There is room for ${room} letters.`]),
  ];
}

interface Measure {
  readonly english: Words;
  readonly critical: CriticalPatterns;
}

function sectionOf(key: string, english: Words): string {
  const file = key.slice(0, key.indexOf(":"));
  const heading = headingOf(key, english);
  return `${sections[file] ?? file}${heading === undefined ? "" : `, at “${heading.split("\n")[0]}”`}`;
}

/** The question or title that stands over a string on its page, as far as the keys tell. */
function headingOf(key: string, english: Words): string | undefined {
  const names = key.split(".").slice(0, -1);
  const above = names.map((_, index) => names.slice(0, names.length - index).join("."));
  const titles = above.flatMap((path) => [`${path}.ask`, `${path}.title`]);
  return english.get(titles.find((title) => title !== key && english.has(title)) ?? "");
}

function formNotes(key: string, language: string): readonly string[] {
  const form = formOf(key);
  return form === undefined ? [] : [`Form “${form}”, for numbers such as ${examplesOf(form, language).join(", ")}.`];
}

function placeholderNotes(key: string, english: string): readonly string[] {
  const places = placeholdersOf(english);
  if (places.length === 0) return [];
  const drop =
    places.includes("{{count}}") && mayDropCount(key) ? " {{count}} may go if the words say the number." : "";
  return [`Keep what stands in {{ }} as it is: ${[...new Set(places)].join(", ")}.${drop}`];
}
