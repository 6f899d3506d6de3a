import type { AccountCommand } from "./account-command.ts";
import { type Appointing, addStaff, addToken } from "./appoint.ts";
import { done, listed, nothing, type Obeyed } from "./command.ts";

/** Does what was asked about those who collect and those who sign in. A secret it makes is shown once, on the last line. */
export async function obeyAccount(command: AccountCommand, appointing: Appointing): Promise<Obeyed> {
  const { accounts } = appointing;
  const { organisation } = command;
  const none = nothing(`${organisation} has no such entry.\n`);
  switch (command.kind) {
    case "addToken": {
      const { id, token } = addToken(appointing, organisation);
      return done(`Token ${id} of ${organisation}, shown this once:\n${token}\n`);
    }
    case "listTokens":
      return listed(accounts.tokens(organisation).map(({ id, madeAt }) => `${id}  made ${madeAt}`));
    case "revokeToken":
      return accounts.revokeToken(organisation, command.id)
        ? done(`Token ${command.id} opens nothing any more.\n`)
        : none;
    case "addStaff": {
      const passphrase = await addStaff(appointing, organisation, command.name);
      return passphrase === null
        ? nothing(`The name ${command.name} is taken. Names are unique across organisations.\n`)
        : done(`Passphrase of ${command.name} at ${organisation}, shown this once:\n${passphrase}\n`);
    }
    case "listStaff":
      return listed(accounts.staff(organisation).map(({ name, madeAt }) => `${name}  made ${madeAt}`));
    case "removeStaff":
      return accounts.removeStaff(organisation, command.name) ? done(`${command.name} can sign in no more.\n`) : none;
  }
}
