import { organisationId } from "../wire/organisation.ts";
import { staffName } from "../wire/session.ts";

/** What an operator asks for about those who collect and those who sign in. */
export type AccountCommand =
  | { readonly kind: "addToken"; readonly organisation: string }
  | { readonly kind: "listTokens"; readonly organisation: string }
  | { readonly kind: "revokeToken"; readonly organisation: string; readonly id: string }
  | { readonly kind: "addStaff"; readonly organisation: string; readonly name: string }
  | { readonly kind: "listStaff"; readonly organisation: string }
  | { readonly kind: "removeStaff"; readonly organisation: string; readonly name: string };

export const accountUsage = `
  node src/endpoint/manage.ts token add    <organisation>
  node src/endpoint/manage.ts token list   <organisation>
  node src/endpoint/manage.ts token revoke <organisation> <id>
  node src/endpoint/manage.ts staff add    <organisation> <name>
  node src/endpoint/manage.ts staff list   <organisation>
  node src/endpoint/manage.ts staff remove <organisation> <name>
`;

/** The command that the words name; `null` when they name none of these. */
export function accountCommandFrom(words: readonly string[]): AccountCommand | null {
  const [noun, verb, organisation = "", third = "", ...more] = words;
  if (more.length > 0 || !organisationId.safeParse(organisation).success) return null;
  switch (`${noun} ${verb}`) {
    case "token add":
      return { kind: "addToken", organisation };
    case "token list":
      return { kind: "listTokens", organisation };
    case "token revoke":
      return third === "" ? null : { kind: "revokeToken", organisation, id: third };
    case "staff add":
      return staffName.safeParse(third).success ? { kind: "addStaff", organisation, name: third } : null;
    case "staff list":
      return { kind: "listStaff", organisation };
    case "staff remove":
      return third === "" ? null : { kind: "removeStaff", organisation, name: third };
  }
  return null;
}
