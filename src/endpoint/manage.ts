import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { addStaff, addToken } from "./appoint.ts";
import { type Command, commandFrom, usage } from "./command.ts";
import { accountsFile, readKeys } from "./endpoint.ts";
import { settingsFrom } from "./environment.ts";
import { sqliteAccounts } from "./sqlite-accounts.ts";

process.umask(0o077);
const settings = settingsFrom(process.env);

/** Does what was asked and answers with what the operator sees; `null` when there was nothing to do it to. */
async function obey(command: Command): Promise<string | null> {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  const accounts = sqliteAccounts(accountsFile(settings.dataFolder));
  const appointing = { accounts, now: Date.now, chance: randomBytes };
  const { organisation } = command;
  try {
    switch (command.kind) {
      case "addToken": {
        const { id, token } = addToken(appointing, organisation);
        return `Token ${id} of ${organisation}, shown this once:\n${token}\n`;
      }
      case "listTokens":
        return accounts
          .tokens(organisation)
          .map(({ id, madeAt }) => `${id}  made ${madeAt}\n`)
          .join("");
      case "revokeToken":
        return accounts.revokeToken(organisation, command.id) ? `Token ${command.id} opens nothing any more.\n` : null;
      case "addStaff": {
        const passphrase = await addStaff(appointing, organisation, command.name);
        return passphrase && `Passphrase of ${command.name} at ${organisation}, shown this once:\n${passphrase}\n`;
      }
      case "listStaff":
        return accounts
          .staff(organisation)
          .map(({ name, madeAt }) => `${name}  made ${madeAt}\n`)
          .join("");
      case "removeStaff":
        return accounts.removeStaff(organisation, command.name) ? `${command.name} can sign in no more.\n` : null;
    }
  } finally {
    accounts.close();
  }
}

/** What to say when there was nothing to do it to. */
function nothingDone(command: Command): string {
  switch (command.kind) {
    case "addStaff":
      return `The name ${command.name} is taken. Names are unique across organisations.\n`;
    case "revokeToken":
    case "removeStaff":
      return `${command.organisation} has no such entry.\n`;
    case "addToken":
    case "listTokens":
    case "listStaff":
      return "";
  }
}

function fail(code: number, words: string): void {
  process.stderr.write(words);
  process.exitCode = code;
}

const command = commandFrom(process.argv.slice(2));
if (command === null) fail(2, usage);
else if (!Object.hasOwn((await readKeys(settings.keysFile)).organisations, command.organisation))
  fail(1, `${settings.keysFile} has no keys for ${command.organisation}.\n`);
else {
  const outcome = await obey(command);
  if (outcome === null) fail(1, nothingDone(command));
  else process.stdout.write(outcome);
}
