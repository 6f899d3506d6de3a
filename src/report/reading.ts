import { type OwnWords, type Parts, partsOfDay, type Value, whenHow, whenWithin } from "./answer.ts";
import { isTicked, oneOf, readPart, readParts, type Sheet, textOf, ticked } from "./fields.ts";
import type { Kind, Option, Part } from "./question.ts";

/** What the fields of one question gave, or `null` for nothing. */
export function read(asks: Kind, field: string, sheet: Sheet): Value | null {
  switch (asks.kind) {
    case "choice":
    case "choices":
    case "text":
    case "number":
      return readPart(asks, field, sheet);
    case "when":
      return readWhen(field, sheet);
    case "place":
      return readPlace(field, sheet);
    case "contact":
      return readContact(asks.ways, field, sheet);
    case "several":
      return readSeveral(asks.parts, field, sheet);
    case "people":
      return readPeople(asks.parts, field, sheet);
    case "consent":
      return readConsent(field, sheet);
  }
}

function readSeveral(parts: readonly Part[], field: string, sheet: Sheet): Value | null {
  const given = readParts(parts, field, sheet);
  return Object.keys(given).length > 0 ? { kind: "several", parts: given } : null;
}

function readWhen(field: string, sheet: Sheet): Value | null {
  const at = (name: string) => textOf(sheet, `${field}.${name}`);
  const from = at("from");
  const to = at("to");
  const time = at("time");
  const within = oneOf(whenWithin, at("within"));
  const partOfDay = oneOf(partsOfDay, at("partOfDay"));
  const chosen = oneOf(whenHow, at("how"));
  if (!chosen && !from && !time && !partOfDay) return null;
  const how = chosen ?? "exact";
  const isOnce = how === "exact" || how === "about";
  return {
    kind: "when",
    how,
    ...(from && { from }),
    ...(to && how === "overTime" && { to }),
    ...(within && how === "about" && { within }),
    ...(time && isOnce && { time }),
    ...(partOfDay && isOnce && { partOfDay }),
  };
}

function readPlace(field: string, sheet: Sheet): Value | null {
  const description = textOf(sheet, `${field}.description`);
  const postcode = textOf(sheet, `${field}.postcode`);
  const landmark = textOf(sheet, `${field}.landmark`);
  const position = positionIn(textOf(sheet, `${field}.position`));
  if (!description && !postcode && !landmark && !position) return null;
  return {
    kind: "place",
    ...(description && { description: sheet.inLanguage(description) }),
    ...(postcode && { postcode }),
    ...(landmark && { landmark: sheet.inLanguage(landmark) }),
    ...(position && { position }),
  };
}

/** `51.752,-1.2577,20`: latitude, longitude, and how far off they may be in metres. */
function positionIn(text: string) {
  const match = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return null;
  const [latitude = 0, longitude = 0, accuracyMetres = 0] = match.slice(1).map(Number);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude, accuracyMetres } : null;
}

/** A *no* takes the ways and numbers with it: they were given for a *yes*. */
function readContact(ways: readonly Option[], field: string, sheet: Sheet): Value | null {
  const allowed = textOf(sheet, `${field}.allowed`);
  if (allowed !== "yes") return allowed === "no" ? { kind: "contact", allowed: false, ways: [], details: {} } : null;
  const chosen = ticked(ways, `${field}.ways`, sheet).map(({ id }) => id);
  const details: Record<string, OwnWords> = {};
  for (const name of ["name", ...chosen]) {
    const text = textOf(sheet, `${field}.${name}`);
    if (text) details[name] = sheet.inLanguage(text);
  }
  return { kind: "contact", allowed: true, ways: chosen, details };
}

/** People of whom nothing is told are left out. No more than 99 are read; `accepts` objects long before. */
function readPeople(parts: readonly Part[], field: string, sheet: Sheet): Value | null {
  const people: Parts[] = [];
  for (let index = 0; index < 99; index++) {
    const person = readParts(parts, `${field}.${index}`, sheet);
    if (Object.keys(person).length > 0) people.push(person);
  }
  return people.length > 0 ? { kind: "people", people } : null;
}

function readConsent(field: string, sheet: Sheet): Value | null {
  const names = [...sheet.entries.keys()].filter((name) => name.startsWith(`${field}.`));
  const given = names.flatMap((name) => {
    const organisation = name.slice(field.length + 1);
    const choice = textOf(sheet, name);
    if (!/^[a-z]\w*$/i.test(organisation) || !choice) return [];
    const additions = names.filter((other) => other.startsWith(`${name}.`) && isTicked(sheet, other));
    const ids = choice === "nothing" ? [] : additions.map((other) => other.slice(name.length + 1));
    return [[organisation, { choice, additions: ids }] as const];
  });
  return given.length > 0 ? { kind: "consent", given: Object.fromEntries(given) } : null;
}
