import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type Command, commandFrom, nothing, type Obeyed, usage } from "./command.ts";
import { accountsFile, readKeys } from "./endpoint.ts";
import { settingsFrom } from "./environment.ts";
import { obeyAccount } from "./obey-account.ts";
import { obeyPoint } from "./obey-point.ts";
import { sqliteAccounts } from "./sqlite-accounts.ts";
import { sqlitePoints } from "./sqlite-points.ts";

process.umask(0o077);
const settings = settingsFrom(process.env);
const file = accountsFile(settings.dataFolder);
const chance = { now: Date.now, chance: randomBytes };

async function obey(command: Command): Promise<Obeyed> {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  switch (command.about) {
    case "accounts": {
      if (!Object.hasOwn((await readKeys(settings.keysFile)).organisations, command.organisation))
        return nothing(`${settings.keysFile} has no keys for ${command.organisation}.\n`);
      const accounts = sqliteAccounts(file);
      return obeyAccount(command, { accounts, ...chance }).finally(accounts.close);
    }
    case "points": {
      const points = sqlitePoints(file);
      return obeyPoint(command, { points, ...chance }, settings.appAddress).finally(points.close);
    }
  }
}

function fail(code: number, words: string): void {
  process.stderr.write(words);
  process.exitCode = code;
}

const command = commandFrom(process.argv.slice(2));
if (command === null) fail(2, usage);
else {
  const outcome = await obey(command);
  if (outcome.kind === "done") process.stdout.write(outcome.said);
  else fail(1, outcome.because);
}
