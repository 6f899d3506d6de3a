import type { Accounts } from "./accounts.ts";
import { type Chance, hashOf, keptPassphrase, newPassphrase, newSecret } from "./secrets.ts";

export interface Appointing {
  readonly accounts: Accounts;
  readonly now: () => number;
  readonly chance: Chance;
}

/** Makes a token for an organisation's own system. The token itself is known to whoever calls this, and to nobody else. */
export function addToken({ accounts, now, chance }: Appointing, organisation: string): { id: string; token: string } {
  const id = Buffer.from(chance(4)).toString("hex");
  const token = newSecret(chance);
  accounts.addToken({ id, organisation, madeAt: new Date(now()).toISOString() }, hashOf(token));
  return { id, token };
}

/** Makes an account for a person and answers with its passphrase, which is kept nowhere; `null` if the name is taken. */
export async function addStaff(
  { accounts, now, chance }: Appointing,
  organisation: string,
  name: string,
): Promise<string | null> {
  const passphrase = newPassphrase(chance);
  const member = { name, organisation, madeAt: new Date(now()).toISOString() };
  return accounts.addStaff(member, await keptPassphrase(passphrase, chance)) ? passphrase : null;
}
