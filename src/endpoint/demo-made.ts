import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** One organisation of the demonstration and all its secrets, which protect nothing real. */
export interface DemoOrganisation {
  readonly organisation: string;
  readonly staffName: string;
  readonly staffPassphrase: string;
  readonly identityFile: string;
  readonly identityPassphrase: string;
  readonly token: string;
}

export interface Demo {
  readonly folder: string;
  readonly keysFile: string;
  readonly receiptKeyFile: string;
  readonly organisations: readonly DemoOrganisation[];
}

/** The demonstration that was made before; `null` when there is none. One for other organisations is not touched. */
export function demoOf(folder: string, organisations: readonly string[]): Demo | null {
  const file = join(folder, "demo.json");
  if (!existsSync(file)) return null;
  const made: readonly DemoOrganisation[] = JSON.parse(readFileSync(file, "utf8"));
  if (made.map(({ organisation }) => organisation).join() !== organisations.join())
    throw new Error(`${folder} was made for other organisations. Delete it to begin anew.`);
  return demoIn(folder, made);
}

/** Makes keys, a staff account and a token for each organisation; either all of it is there afterwards or nothing. */
export async function makeDemo(
  folder: string,
  organisations: readonly string[],
  say: (words: string) => void,
): Promise<Demo> {
  say(`Making keys and accounts for a demonstration in ${folder}.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(unfinished), { recursive: true });
  const written = JSON.parse(await output("src/keys/start.ts", [unfinished, ...organisations, "--json"], {}));
  const made: DemoOrganisation[] = [];
  for (const organisation of organisations)
    made.push(await demoOrganisation(unfinished, organisation, written.organisations[organisation].inUse.passphrase));
  writeFileSync(join(unfinished, "demo.json"), JSON.stringify(made, null, 2), { mode: 0o600 });
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return demoIn(folder, made);
}

function demoIn(folder: string, organisations: readonly DemoOrganisation[]): Demo {
  const [keysFile, receiptKeyFile] = [join(folder, "keys.json"), join(folder, "receipts.key.pem")];
  return { folder, keysFile, receiptKeyFile, organisations };
}

async function demoOrganisation(
  folder: string,
  organisation: string,
  identityPassphrase: string,
): Promise<DemoOrganisation> {
  const env = { CONNECT_DATA: join(folder, "data"), CONNECT_KEYS: join(folder, "keys.json") };
  const manage = async (...words: string[]) => secretIn(await output("src/endpoint/manage.ts", words, env));
  const staffName = `${organisation.toLowerCase()}.demo`;
  return {
    organisation,
    staffName,
    staffPassphrase: await manage("staff", "add", organisation, staffName),
    identityFile: `${organisation}.identity.age`,
    identityPassphrase,
    token: await manage("token", "add", organisation),
  };
}

/** What `manage` shows once stands on its last line. */
function secretIn(shown: string): string {
  return shown.trim().split("\n").at(-1) ?? "";
}

async function output(program: string, words: readonly string[], env: Record<string, string>): Promise<string> {
  const options = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], options);
  return stdout;
}
