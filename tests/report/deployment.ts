import { readFileSync } from "node:fs";
import type { Organisation } from "../../src/report/organisation.ts";

const file = new URL("../../deployments/thames-valley/organisations.json", import.meta.url);

/** The organisations of the first deployment, as they ship. */
export const organisations: readonly Organisation[] = JSON.parse(readFileSync(file, "utf8")).organisations;

export function organisation(id: string): Organisation {
  const found = organisations.find((each) => each.id === id);
  if (!found) throw new Error(`organisations.json has no ${id}`);
  return found;
}
