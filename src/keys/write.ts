import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type KeyMaking, makeOrganisationKeys, makeReceiptKeys, type OrganisationKeys, publicPart } from "./make.ts";

/** Where one identity was written, and the passphrase that is told once and kept nowhere. */
export interface WrittenIdentity {
  readonly file: string;
  readonly passphrase: string;
}

export interface WrittenKeys {
  readonly keysFile: string;
  readonly receiptKeyFile: string;
  readonly organisations: Readonly<
    Record<string, { readonly inUse: WrittenIdentity; readonly offline: WrittenIdentity }>
  >;
}

/**
 * Makes the keys of a deployment and writes them into a folder: `keys.json` (public), `receipts.key.pem` (for the
 * endpoint alone) and two `.age` identity files for each organisation. Never writes over a file that is there.
 */
export async function writeNewKeys(
  folder: string,
  organisations: readonly string[],
  making: KeyMaking,
): Promise<WrittenKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keysFile = join(folder, "keys.json");
  const receiptKeyFile = join(folder, "receipts.key.pem");
  const receipts = makeReceiptKeys();
  const made: OrganisationKeys[] = [];
  for (const organisation of organisations) made.push(await makeOrganisationKeys(organisation, making));
  await writeFile(receiptKeyFile, receipts.privatePem, secretly);
  const written: [string, WrittenKeys["organisations"][string]][] = [];
  for (const keys of made) written.push([keys.organisation, await writeIdentities(folder, keys)]);
  await writeFile(keysFile, `${JSON.stringify(publicPart(made, receipts), null, 2)}\n`, { flag: "wx" });
  return { keysFile, receiptKeyFile, organisations: Object.fromEntries(written) };
}

const secretly = { mode: 0o600, flag: "wx" };

async function writeIdentities(folder: string, { organisation, inUse, offline }: OrganisationKeys) {
  const file = join(folder, `${organisation}.identity.age`);
  const offlineFile = join(folder, `${organisation}.offline.identity.age`);
  await writeFile(file, inUse.file, secretly);
  await writeFile(offlineFile, offline.file, secretly);
  return {
    inUse: { file, passphrase: inUse.passphrase },
    offline: { file: offlineFile, passphrase: offline.passphrase },
  };
}
