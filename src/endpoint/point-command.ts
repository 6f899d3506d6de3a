import { codeHours, usualCodeHours } from "../wire/coordination.ts";
import { connectPoint, pointId, tabletId } from "../wire/enrolment.ts";

/** What an operator asks for about one Connect point that exists. */
export type CommandForPoint =
  | { readonly kind: "setPoint"; readonly id: string; readonly setting: string; readonly value: string }
  | { readonly kind: "makeCode"; readonly id: string; readonly hours: number }
  | { readonly kind: "listTablets"; readonly id: string }
  | { readonly kind: "revokeTablet"; readonly id: string; readonly tablet: string }
  | { readonly kind: "showLog"; readonly id: string };

/** What an operator asks for about Connect points and those who look after them. */
export type PointCommand =
  | CommandForPoint
  | { readonly kind: "addPoint"; readonly id: string; readonly tier: string; readonly name: string }
  | { readonly kind: "listPoints" }
  | { readonly kind: "addCoordinator" }
  | { readonly kind: "listCoordinators" }
  | { readonly kind: "revokeCoordinator"; readonly id: string };

export const pointUsage = `
  node src/endpoint/manage.ts point add     <id> <tier> <name of one or more words>
  node src/endpoint/manage.ts point set     <id> <setting> <value>
  node src/endpoint/manage.ts point list
  node src/endpoint/manage.ts point code    <id> [hours]
  node src/endpoint/manage.ts point tablets <id>
  node src/endpoint/manage.ts point revoke  <id> <tablet>
  node src/endpoint/manage.ts point log     <id>
  node src/endpoint/manage.ts coordinator add
  node src/endpoint/manage.ts coordinator list
  node src/endpoint/manage.ts coordinator revoke <id>
`;

/** The command that the words name; `null` when they name none of these. */
export function pointCommandFrom([noun, verb = "", ...words]: readonly string[]): PointCommand | null {
  if (noun === "coordinator") return coordinatorCommand(verb, words);
  if (noun !== "point") return null;
  if (verb === "list") return words.length === 0 ? { kind: "listPoints" } : null;
  const [id, ...rest] = words;
  return pointId.safeParse(id).success && id !== undefined ? aboutPoint(verb, id, rest) : null;
}

function coordinatorCommand(verb: string, [id, ...more]: readonly string[]): PointCommand | null {
  if (verb === "add" && id === undefined) return { kind: "addCoordinator" };
  if (verb === "list" && id === undefined) return { kind: "listCoordinators" };
  if (verb === "revoke" && id !== undefined && more.length === 0) return { kind: "revokeCoordinator", id };
  return null;
}

function aboutPoint(verb: string, id: string, words: readonly string[]): PointCommand | null {
  const [first, ...more] = words;
  switch (verb) {
    case "add":
      return adding(id, first, more.join(" "));
    case "set":
      return first === undefined || more.length === 0
        ? null
        : { kind: "setPoint", id, setting: first, value: more.join(" ") };
    case "code":
      return more.length > 0 ? null : makingCode(id, first);
    case "tablets":
      return first === undefined ? { kind: "listTablets", id } : null;
    case "revoke":
      return first === undefined || more.length > 0 || !tabletId.safeParse(first).success
        ? null
        : { kind: "revokeTablet", id, tablet: first };
    case "log":
      return first === undefined ? { kind: "showLog", id } : null;
  }
  return null;
}

function adding(id: string, tier: string | undefined, name: string): PointCommand | null {
  const fits = connectPoint.shape.tier.safeParse(tier).success && connectPoint.shape.name.safeParse(name).success;
  return fits && tier !== undefined ? { kind: "addPoint", id, tier, name } : null;
}

function makingCode(id: string, said: string | undefined): PointCommand | null {
  const hours = codeHours.safeParse(said ?? usualCodeHours);
  return hours.success ? { kind: "makeCode", id, hours: hours.data } : null;
}
