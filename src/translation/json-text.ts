import type { Branch } from "./words.ts";

/**
 * A file of words as JSON. An object stands on one line where it does so in the first of the `models` that has it; the
 * formatter keeps that choice as long as there is room, and does the rest.
 */
export function jsonText(branch: Branch, models: readonly string[]): string {
  const flat = new Map(models.toReversed().flatMap((model) => [...oneLiners(model)]));
  return `${textOf(branch, "", flat)}\n`;
}

function textOf(branch: Branch, path: string, flat: ReadonlyMap<string, boolean>): string {
  const entries = Object.entries(branch).map(([key, value]) => {
    const words = typeof value === "string" ? JSON.stringify(value) : textOf(value, `${path}.${key}`, flat);
    return `${JSON.stringify(key)}: ${words}`;
  });
  return flat.get(path) ? `{ ${entries.join(", ")} }` : `{\n${entries.join(",\n")}\n}`;
}

const token = /"(?:[^"\\]|\\.)*"|\{\s*|\}/g;

/** The path of each object in a text of JSON, and whether it goes on in the line where it begins. */
function oneLiners(json: string): ReadonlyMap<string, boolean> {
  const flat = new Map<string, boolean>();
  const path: string[] = [];
  let last = "";
  for (const [found] of json.matchAll(token)) {
    if (found.startsWith("{")) {
      path.push(path.length === 0 ? "" : `${path.at(-1)}.${last}`);
      flat.set(path.at(-1) ?? "", !found.includes("\n"));
    } else if (found === "}") path.pop();
    else last = JSON.parse(found); // before a `{` this is the name of the object
  }
  return flat;
}
