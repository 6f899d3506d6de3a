import type { Standing } from "./standing.ts";

const heads = ["Language", "Strings", "Missing", "Outdated", "Critical, not reviewed", "Review", "In the app"];
const numbers = [1, 2, 3, 4]; // columns that are read from the right

/** How all translations stand, a line for each. */
export function tableOf(standings: readonly Standing[]): string {
  const rows = standings.map(({ tag, strings, missing, outdated, unreviewed, review, offered }) => [
    tag,
    ...[strings, missing.length, outdated.length, unreviewed.length].map(String),
    review,
    offered ? "offered" : "waiting",
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        numbers.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("   ")
      .trimEnd();
  const table = [heads, ...rows].map(line).join("\n");
  return `${table}\n\nnpm run locales -- <language> lists the strings.\n`;
}

/** One translation, with the keys of every string that somebody has to look at. */
export function detailsOf({ tag, strings, missing, outdated, unreviewed, unwanted, ...standing }: Standing): string {
  const facts = `${tag}: ${strings} strings, ${standing.review}, ${standing.offered ? "offered" : "waiting"}\n`;
  return [
    facts,
    keysUnder("Missing", missing),
    keysUnder("Outdated: the English has changed", outdated),
    keysUnder("No longer in the English", unwanted),
    keysUnder("Critical, not reviewed", unreviewed),
  ].join("");
}

/** A heading with a number, and the keys below it; nothing where there are none. */
export const keysUnder = (heading: string, keys: readonly string[]): string =>
  keys.length === 0 ? "" : `\n${heading} (${keys.length})\n${keys.map((key) => `  ${key}\n`).join("")}`;
