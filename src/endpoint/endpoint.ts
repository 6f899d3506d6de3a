import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DeploymentKeys, deploymentKeys } from "../wire/keys.ts";
import { appOrigin } from "./app-origin.ts";
import { networkNamer } from "./coarse-address.ts";
import { deskOrigin } from "./desk-origin.ts";
import type { Letterbox } from "./letterbox.ts";
import { type Limits, usualLimits } from "./limits.ts";
import type { OriginMeans } from "./origin.ts";
import { receiptKey, signerWith } from "./receipts.ts";
import type { Log } from "./request-log.ts";
import type { Origin } from "./schemas.ts";
import type { Chance } from "./secrets.ts";
import { sqliteAccounts } from "./sqlite-accounts.ts";
import { sqliteLetterbox } from "./sqlite-letterbox.ts";
import { sqlitePoints } from "./sqlite-points.ts";

export interface EndpointSettings {
  /** The built app and the built desk. */
  readonly appFolder: string;
  readonly deskFolder: string;
  /** Where letters, accounts and old assets are kept; made when it is not there. */
  readonly dataFolder: string;
  /** The deployment's public keys; whoever has keys there is served. */
  readonly keysFile: string;
  /** The private key of receipts; `receipts.key.pem` in the data folder unless told. */
  readonly receiptKeyFile?: string;
  /** 0 takes any free port, `null` leaves that origin to another process. */
  readonly appPort: number | null;
  readonly deskPort: number | null;
  readonly host?: string;
  readonly behindTls?: boolean;
  readonly proxies?: readonly string[];
  readonly limits?: Partial<Limits>;
}

/** What an endpoint takes from the machine; tests hand in their own. */
export interface EndpointMeans {
  readonly now: () => number;
  readonly chance: Chance;
  readonly log: Log;
  readonly openLetterbox: (dataFolder: string) => Promise<Letterbox>;
}

/** How long a write waits for another program's lock before it is refused as `busy`. */
export const lockWaitMs = 2000;

export const thisMachine: EndpointMeans = {
  now: Date.now,
  chance: randomBytes,
  log: (line) => void process.stdout.write(`${line}\n`),
  openLetterbox: (folder) => sqliteLetterbox({ file: lettersFile(folder), lockWaitMs }),
};

export interface Endpoint {
  /** 0 for an origin that is not served here. */
  readonly appPort: number;
  readonly deskPort: number;
  /** Takes nothing new, finishes what was begun, and folds the logs into the files. */
  close(): Promise<void>;
}

export function lettersFile(dataFolder: string): string {
  return join(dataFolder, "letters.sqlite");
}

export function accountsFile(dataFolder: string): string {
  return join(dataFolder, "accounts.sqlite");
}

export async function readKeys(file: string): Promise<DeploymentKeys> {
  return deploymentKeys.parse(JSON.parse(await readFile(file, "utf8")));
}

/** Starts the letterbox and its two origins, and answers when both take requests. */
export async function startEndpoint(settings: EndpointSettings, means: EndpointMeans = thisMachine): Promise<Endpoint> {
  const { dataFolder, host = "127.0.0.1" } = settings;
  const keys = await readKeys(settings.keysFile);
  const pem = await readFile(settings.receiptKeyFile ?? join(dataFolder, "receipts.key.pem"), "utf8");
  const signed = signerWith(receiptKey(pem, keys.receipts.publicKey));
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const letterbox = await means.openLetterbox(dataFolder);
  const accounts = sqliteAccounts(accountsFile(dataFolder));
  const points = sqlitePoints(accountsFile(dataFolder));
  const shared = { ...means, letterbox, accounts, points, keys };
  const common = commonMeans(settings, means);
  const served = new Set(Object.keys(keys.organisations));

  const app =
    settings.appPort === null
      ? null
      : await appOrigin(common, { ...shared, served, signed }, { app: settings.appFolder, data: dataFolder });
  const desk = settings.deskPort === null ? null : await deskOrigin(common, shared, settings.deskFolder);
  const close = async () => {
    await Promise.all([app?.close(), desk?.close()]);
    await letterbox.close();
    accounts.close();
    await points.close();
  };
  try {
    return {
      appPort: await listening(app, settings.appPort, host),
      deskPort: await listening(desk, settings.deskPort, host),
      close,
    };
  } catch (error) {
    await close(); // a port is taken: leave nothing open behind
    throw error;
  }
}

function commonMeans(settings: EndpointSettings, { now, chance, log }: EndpointMeans): OriginMeans {
  return {
    limits: { ...usualLimits, ...settings.limits },
    log,
    network: networkNamer(now, chance),
    behindTls: settings.behindTls ?? false,
    proxies: settings.proxies ?? [],
  };
}

async function listening(origin: Origin | null, port: number | null, host: string): Promise<number> {
  if (origin === null || port === null) return 0;
  await origin.listen({ port, host });
  const address = origin.server.address();
  return address instanceof Object ? address.port : 0;
}
