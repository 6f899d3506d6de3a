import { type AccountCommand, accountCommandFrom, accountUsage } from "./account-command.ts";
import { type PointCommand, pointCommandFrom, pointUsage } from "./point-command.ts";

/** What an operator asks for on the command line. */
export type Command = ({ readonly about: "accounts" } & AccountCommand) | ({ readonly about: "points" } & PointCommand);

/** What became of it: what the operator sees, or why nothing was done. */
export type Obeyed =
  | { readonly kind: "done"; readonly said: string }
  | { readonly kind: "nothing"; readonly because: string };

export const usage = `Looks after who may collect letters, who may sign in at the desk, and Connect points with their tablets.
${accountUsage}${pointUsage}
CONNECT_DATA and CONNECT_KEYS say where, as for the endpoint. It may run meanwhile. CONNECT_APP_ADDRESS is where tablets
find the app, such as https://report.example.org.
A staff name is small letters, digits, dots, hyphens and underscores; a Connect point's id has no dots and underscores.
Settings are sharedDrafts (yes, no), draftDays, idleMinutes, sendWithinDays (numbers), tier and name.
`;

/** The command that the words name; `null` when they name none. */
export function commandFrom(words: readonly string[]): Command | null {
  const account = accountCommandFrom(words);
  if (account !== null) return { about: "accounts", ...account };
  const point = pointCommandFrom(words);
  return point && { about: "points", ...point };
}

export const done = (said: string): Obeyed => ({ kind: "done", said });
/** A line for each. */
export const listed = (lines: readonly string[]): Obeyed => done(lines.map((line) => `${line}\n`).join(""));
export const nothing = (because: string): Obeyed => ({ kind: "nothing", because });
