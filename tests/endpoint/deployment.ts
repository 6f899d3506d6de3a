import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Encrypter } from "age-encryption";
import { type Appointing, addStaff, addToken } from "../../src/endpoint/appoint.ts";
import {
  accountsFile,
  type Endpoint,
  type EndpointMeans,
  type EndpointSettings,
  startEndpoint,
  thisMachine,
} from "../../src/endpoint/endpoint.ts";
import { addCoordinator, addPoint, makeCode, type PointMaking } from "../../src/endpoint/point-making.ts";
import { pointWith } from "../../src/endpoint/point-setting.ts";
import { sqliteAccounts } from "../../src/endpoint/sqlite-accounts.ts";
import { sqlitePoints } from "../../src/endpoint/sqlite-points.ts";
import { type WrittenKeys, writeNewKeys } from "../../src/keys/write.ts";
import { tabletToken } from "../../src/wire/enrolment.ts";
import type { DeploymentKeys } from "../../src/wire/keys.ts";
import type { Receipt } from "../../src/wire/receipt.ts";
import type { SealedLetter, Submission } from "../../src/wire/submission.ts";

const page = '<!doctype html><style>body { color: black }</style><script type="module" src="/assets/a-1.js"></script>';

/** Makes folders as a build leaves them, with fresh keys for two organisations, all in a temporary folder. */
export async function makeDeployment(): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), "connect-endpoint-"));
  for (const program of ["app", "desk"]) {
    mkdirSync(join(folder, program, "assets"), { recursive: true });
    writeFileSync(join(folder, program, "index.html"), page);
    writeFileSync(join(folder, program, "assets", "a-1.js"), `"${program}"`);
  }
  const written = await writeNewKeys(join(folder, "keys"), ["police", "council"], {
    chance: randomBytes,
    scryptWork: 2,
  });
  return new Deployment(folder, written);
}

/** One deployment that can be started, stopped and started again over the same data. */
export class Deployment {
  readonly folder: string;
  readonly written: WrittenKeys;
  readonly keys: DeploymentKeys;
  readonly logged: string[] = [];

  constructor(folder: string, written: WrittenKeys) {
    this.folder = folder;
    this.written = written;
    this.keys = JSON.parse(readFileSync(written.keysFile, "utf8"));
  }

  get settings(): EndpointSettings {
    return {
      appFolder: join(this.folder, "app"),
      deskFolder: join(this.folder, "desk"),
      dataFolder: join(this.folder, "data"),
      keysFile: this.written.keysFile,
      receiptKeyFile: this.written.receiptKeyFile,
      appPort: 0,
      deskPort: 0,
    };
  }

  async start(settings: Partial<EndpointSettings> = {}, means: Partial<EndpointMeans> = {}): Promise<Running> {
    const log = (line: string) => void this.logged.push(line);
    const endpoint = await startEndpoint({ ...this.settings, ...settings }, { ...thisMachine, log, ...means });
    return running(endpoint);
  }

  token(organisation: string): Promise<string> {
    return this.#withAccounts((appointing) => addToken(appointing, organisation).token);
  }

  /** A token that was made and taken back. */
  revokedToken(organisation: string): Promise<string> {
    return this.#withAccounts((appointing) => {
      const { id, token } = addToken(appointing, organisation);
      appointing.accounts.revokeToken(organisation, id);
      return token;
    });
  }

  async staff(organisation: string, name: string): Promise<string> {
    const passphrase = await this.#withAccounts((appointing) => addStaff(appointing, organisation, name));
    if (passphrase === null) throw new Error(`${name} is taken`);
    return passphrase;
  }

  dismiss(organisation: string, name: string): Promise<boolean> {
    return this.#withAccounts(({ accounts }) => accounts.removeStaff(organisation, name));
  }

  /** Makes a Connect point with the usual settings, if there is none, and a code for one of its tablets. */
  code(point = "east-library", hours = 24): Promise<string> {
    return this.withPoints(async (making) => {
      await addPoint(making, { id: point, tier: "2", name: `Name of ${point}` });
      return (await makeCode(making, point, hours))?.code ?? "";
    });
  }

  coordinator(): Promise<string> {
    return this.withPoints(async (making) => (await addCoordinator(making)).token);
  }

  /** Sets something that the tablets of a Connect point work by, as a coordinator does. */
  set(point: string, setting: string, value: string): Promise<void> {
    return this.withPoints(async ({ points }) => {
      const known = await points.point(point);
      const changed = known && pointWith(known, setting, value);
      if (!changed) throw new Error(`${setting} of ${point} cannot be ${value}`);
      await points.putPoint(changed, new Date().toISOString());
    });
  }

  revoke(point: string, tablet: string): Promise<boolean> {
    return this.withPoints(({ points }) => points.revokeTablet(point, tablet, new Date().toISOString()));
  }

  async withPoints<T>(act: (making: PointMaking) => Promise<T>): Promise<T> {
    mkdirSync(this.settings.dataFolder, { recursive: true });
    const points = sqlitePoints(accountsFile(this.settings.dataFolder));
    try {
      return await act({ points, now: Date.now, chance: randomBytes });
    } finally {
      await points.close();
    }
  }

  async #withAccounts<T>(act: (appointing: Appointing) => T | Promise<T>): Promise<T> {
    mkdirSync(this.settings.dataFolder, { recursive: true });
    const accounts = sqliteAccounts(accountsFile(this.settings.dataFolder));
    try {
      return await act({ accounts, now: Date.now, chance: randomBytes });
    } finally {
      accounts.close();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A submission as a device makes it: the same text sealed for each organisation by age. */
  async sealed(text: string, organisations: readonly string[] = ["police", "council"]): Promise<Submission> {
    const letters: SealedLetter[] = [];
    for (const organisation of organisations) letters.push(await this.#letter(organisation, text));
    return { version: 1, letters };
  }

  async #letter(organisation: string, text: string): Promise<SealedLetter> {
    const closing = new Encrypter();
    for (const recipient of this.keys.organisations[organisation]?.recipients ?? []) closing.addRecipient(recipient);
    return letterOf(organisation, await closing.encrypt(text));
  }
}

export interface Running {
  readonly app: string;
  readonly desk: string;
  readonly close: () => Promise<void>;
  readonly put: (id: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** Asks the app's origin, as a tablet with this token. */
  readonly asTablet: (method: string, path: string, token: string, body?: unknown) => Promise<Response>;
  readonly enrol: (code: string, token: string) => Promise<Response>;
  readonly list: (token: string, query?: string) => Promise<Response>;
}

function running(endpoint: Endpoint): Running {
  const app = `http://127.0.0.1:${endpoint.appPort}`;
  const desk = `http://127.0.0.1:${endpoint.deskPort}`;
  return {
    app,
    desk,
    close: endpoint.close,
    put: (id, body, headers = {}) => put(`${app}/v1/submissions/${id}`, body, headers),
    asTablet: (method, path, token, body) => sent(app + path, method, { authorization: `Bearer ${token}` }, body),
    enrol: (code, token) => sent(`${app}/v1/enrolments`, "POST", {}, { version: 1, code, token }),
    list: (token, query = "") => fetch(`${desk}/v1/letters${query}`, { headers: { authorization: `Bearer ${token}` } }),
  };
}

function put(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(url, { method: "PUT", body: text, headers: { "content-type": "application/json", ...headers } });
}

/** Sends JSON, or nothing at all. */
export function sent(url: string, method: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
  if (body === undefined) return fetch(url, { method, headers });
  const json = { "content-type": "application/json", ...headers };
  return fetch(url, { method, headers: json, body: JSON.stringify(body) });
}

export function letterOf(organisation: string, bytes: Uint8Array): SealedLetter {
  const digest = createHash("sha256").update(bytes).digest("hex");
  return { organisation, digest, age: Buffer.from(bytes).toString("base64") };
}

/** 256 random bits, as a tablet makes its token. */
export function newToken(): string {
  return tabletToken.parse(randomBytes(32).toString("base64url"));
}

export function newId(): string {
  return randomBytes(16).toString("hex");
}

export async function receiptIn(answer: Response): Promise<Receipt> {
  return (await answer.json()) as Receipt;
}
