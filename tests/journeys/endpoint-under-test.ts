import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EndpointMeans, EndpointSettings } from "../../src/endpoint/endpoint.ts";
import type { Letter } from "../../src/report/letter.ts";
import { readLetter } from "../../src/report/letter-schema.ts";
import { unlockIdentity } from "../../src/sealing/open.ts";
import { letterList } from "../../src/wire/collection.ts";
import type { CameFrom } from "../../src/wire/enrolment.ts";
import { Deployment } from "../endpoint/deployment.ts";
import type { Built } from "./built-app.ts";

/** A letter as the organisation has it: the words that Debian's `age` found in it, and what they mean. */
export interface OpenedLetter {
  readonly organisation: string;
  readonly submission: string;
  readonly receivedAt: string;
  /** The Connect point that it came from, as the endpoint says. */
  readonly from: CameFrom | null;
  readonly text: string;
  readonly letter: Letter;
}

/** A real endpoint that serves the built app, with a folder of its own. */
export interface EndpointUnderTest {
  readonly origin: string;
  /** Where it keeps everything. */
  readonly folder: string;
  readonly log: readonly string[];
  /** Every letter that an organisation can collect, oldest first, opened on the command line. */
  letters(organisation: string): Promise<readonly OpenedLetter[]>;
  /** A code that enrols one tablet of the Connect point. */
  code(hours?: number): Promise<string>;
  /** Sets something that the Connect point's tablets work by. */
  set(setting: string, value: string): Promise<void>;
  /** Takes the tablet's token back. */
  revoke(tablet: string): Promise<boolean>;
  /** How many reports it holds, for whichever organisation. */
  submissions(): Promise<ReadonlySet<string>>;
  stop(): Promise<void>;
}

const pointUnderTest = "east-library";

const organisations = ["police", "victimsFirst", "council"];

export async function startEndpointUnderTest(
  { appFolder, deskFolder, keys }: Built,
  settings: Partial<EndpointSettings> = {},
  means: Partial<EndpointMeans> = {},
): Promise<EndpointUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "connect-journey-"));
  const deployment = new Deployment(folder, keys);
  const running = await deployment.start({ appFolder, deskFolder, ...settings }, means);
  async function letters(organisation: string): Promise<readonly OpenedLetter[]> {
    const token = await deployment.token(organisation);
    const list = letterList.parse(await (await running.list(token)).json());
    const opened: OpenedLetter[] = [];
    for (const { submission, receivedAt, from } of list.letters) {
      const answer = await fetch(`${running.desk}/v1/letters/${submission}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const text = await openedWithAge(keys, organisation, new Uint8Array(await answer.arrayBuffer()));
      opened.push({ organisation, submission, receivedAt, from, ...read(text) });
    }
    return opened;
  }
  return {
    origin: running.app,
    folder,
    log: deployment.logged,
    letters,
    code: (hours) => deployment.code(pointUnderTest, hours),
    set: (setting, value) => deployment.set(pointUnderTest, setting, value),
    revoke: (tablet) => deployment.revoke(pointUnderTest, tablet),
    async submissions() {
      const all = await Promise.all(organisations.map(letters));
      return new Set(all.flat().map(({ submission }) => submission));
    },
    async stop() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function read(text: string): Pick<OpenedLetter, "text" | "letter"> {
  const letter = readLetter(text);
  if (!letter) throw new Error("what age opened is no letter");
  return { text, letter };
}

/** Opens an age file as any agency can: with its identity and the program `age`. */
export async function openedWithAge(keys: Built["keys"], organisation: string, file: Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "connect-age-"));
  try {
    const identityFile = join(folder, "identity.txt");
    writeFileSync(identityFile, await identityOf(keys, organisation), { mode: 0o600 });
    return execFileSync("age", ["-d", "-i", identityFile], { input: file, maxBuffer: 64 * 1024 * 1024 }).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const identities = new Map<string, Promise<string>>();

/** The passphrase is typed once; that `age` itself asks for it is tested where agencies collect. */
function identityOf(keys: Built["keys"], organisation: string): Promise<string> {
  const known = identities.get(organisation) ?? unlocked(keys, organisation);
  identities.set(organisation, known);
  return known;
}

async function unlocked(keys: Built["keys"], organisation: string): Promise<string> {
  const inUse = keys.organisations[organisation]?.inUse;
  if (!inUse) throw new Error(`no keys were made for ${organisation}`);
  const outcome = await unlockIdentity(readFileSync(inUse.file), inUse.passphrase);
  if (outcome.kind !== "unlocked") throw new Error(outcome.kind);
  return `${outcome.identity}\n`;
}
