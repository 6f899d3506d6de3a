import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { organisationId } from "../wire/organisation.ts";
import { type WrittenKeys, writeNewKeys } from "./write.ts";

const usage = `Makes the keys of a deployment.

  node src/keys/start.ts <folder> <organisation>... [--json]

Writes into <folder>:
  keys.json                          public keys: build the app and the desk with it, give it to the endpoint
  receipts.key.pem                   for the endpoint alone
  <organisation>.identity.age        for the organisation's desk, closed with a passphrase
  <organisation>.offline.identity.age  opens the same letters: keep it in a safe

Passphrases are shown once and written nowhere. --json prints them for a program.
`;

function sheet({ keysFile, receiptKeyFile, organisations }: WrittenKeys): string {
  const parts = Object.entries(organisations).map(
    ([organisation, { inUse, offline }]) =>
      `${organisation}\n  ${inUse.file}\n    passphrase  ${inUse.passphrase}\n  ${offline.file}\n    passphrase  ${offline.passphrase}\n`,
  );
  return [`Public keys   ${keysFile}`, `Receipt key   ${receiptKeyFile}`, "", ...parts].join("\n");
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const [folder, ...organisations] = positionals;
const sound = organisations.length > 0 && organisations.every((name) => organisationId.safeParse(name).success);

if (folder === undefined || !sound) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else if (existsSync(join(folder, "keys.json"))) {
  process.stderr.write(`There are keys in ${folder} already. They stay as they are; name another folder.\n`);
  process.exitCode = 1;
} else {
  const written = await writeNewKeys(folder, organisations, { chance: randomBytes, scryptWork: 15 });
  process.stdout.write(values.json ? `${JSON.stringify(written)}\n` : sheet(written));
}
