import type { Entry, Way } from "./directory.ts";
import { contactsFile, directoryFile, type WrittenContact, type WrittenEntry } from "./directory-schema.ts";

/** An area's directory as it may be shown, or what is wrong with its files, in words for the person who writes them. */
export type ReadDirectory =
  | {
      readonly kind: "read";
      readonly entries: readonly Entry[];
      /** Ids of what may not be shown any more. */
      readonly expired: readonly string[];
    }
  | { readonly kind: "broken"; readonly problems: readonly string[] };

/** Reads the contents of `directory.json` and of the `contacts.json` that it borrows from, as of a day (ISO date). */
export function readDirectory(directory: unknown, contacts: unknown, today: string): ReadDirectory {
  const people = contactsFile.safeParse(contacts);
  const written = directoryFile.safeParse(directory);
  if (!people.success || !written.success) {
    return {
      kind: "broken",
      problems: [
        ...(people.error?.issues ?? []).map((issue) => `contacts.json: ${placed(issue, contacts)}`),
        ...(written.error?.issues ?? []).map((issue) => `directory.json: ${placed(issue, directory)}`),
      ],
    };
  }
  const problems = [
    ...repeated(people.data.contacts).map((id) => `contacts.json: "${id}" is there twice`),
    ...repeated(written.data.entries).map((id) => `directory.json: "${id}" is there twice`),
    ...written.data.entries.flatMap((entry) => gapsIn(entry, people.data.contacts, written.data.areas)),
  ];
  if (problems.length > 0) return { kind: "broken", problems };
  const isOver = ({ expiresOn }: WrittenEntry) => expiresOn !== undefined && expiresOn < today;
  return {
    kind: "read",
    entries: written.data.entries
      .filter((entry) => !isOver(entry))
      .map((entry) => filledIn(entry, people.data.contacts)),
    expired: written.data.entries.filter(isOver).map(({ id }) => id),
  };
}

/** Names the entry by its id: nobody counts to `entries.17`. */
function placed(issue: { path: readonly PropertyKey[]; message: string }, file: unknown): string {
  const [list, place, ...rest] = issue.path;
  const entries = (file as Record<PropertyKey, unknown> | null)?.[list ?? ""];
  const found = Array.isArray(entries) && typeof place === "number" ? (entries[place] as { id?: unknown }) : undefined;
  const where = typeof found?.id === "string" ? [found.id, ...rest] : issue.path;
  return `${where.map(String).join(".")}: ${issue.message}`;
}

function repeated(all: readonly { readonly id: string }[]): readonly string[] {
  const ids = all.map(({ id }) => id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}

function gapsIn(entry: WrittenEntry, contacts: readonly WrittenContact[], areas: readonly string[]): readonly string[] {
  const lacking = entry.ways.filter((way) => way.contact !== undefined && borrowed(way, contacts) === undefined);
  return [
    ...lacking.map(({ way, contact }) => `directory.json: ${entry.id}: no contact "${contact}" to ${way}`),
    ...(entry.area === undefined || areas.includes(entry.area)
      ? []
      : [`directory.json: ${entry.id}: "${entry.area}" is not among the areas`]),
  ];
}

function borrowed(way: WrittenEntry["ways"][number], contacts: readonly WrittenContact[]): string | undefined {
  const contact = contacts.find(({ id }) => id === way.contact);
  return way.way === "web" || way.way === "bsl" ? contact?.url : contact?.call;
}

/** What an entry borrows put in its place. It is checked only when its own facts and all that it borrows are. */
function filledIn(entry: WrittenEntry, contacts: readonly WrittenContact[]): Entry {
  const lenders = contacts.filter(({ id }) => entry.ways.some(({ contact }) => contact === id));
  const checks = [
    ...(entry.verifiedOn === undefined ? [] : [entry.verifiedOn]),
    ...lenders.map((each) => each.verifiedOn),
  ];
  return {
    ...entry,
    ways: entry.ways.map(
      (each): Way => ({
        way: each.way,
        to: each.to ?? borrowed(each, contacts) ?? "",
        ...(each.hours ? { hours: each.hours } : {}),
      }),
    ),
    source: entry.source ?? lenders[0]?.source ?? "",
    verifiedOn: checks.includes(null) ? null : (checks.toSorted()[0] ?? null),
  };
}
