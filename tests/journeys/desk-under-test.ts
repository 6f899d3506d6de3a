import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { wordsIn } from "../../src/language/words.ts";
import type { Letter } from "../../src/report/letter.ts";
import { padded, seal } from "../../src/sealing/seal.ts";
import { referenceOf } from "../../src/wire/reference.ts";
import { Deployment, letterOf as sealedLetter } from "../endpoint/deployment.ts";

const desk = JSON.parse(readFileSync("locales/en-GB/desk.json", "utf8")) as object;

/** The words of the desk. */
export const { t } = wordsIn("en-GB", { desk });

/** A real endpoint whose letterbox the test fills, and whose built desk workers open in a browser. */
export interface DeskUnderTest {
  readonly address: string;
  /** Seals one letter for each organisation as the app does, and delivers them in one submission. */
  deliver(letters: readonly Letter[]): Promise<void>;
  deliverText(submission: string, organisation: string, text: string): Promise<void>;
  /** A new member of staff in a browser window of their own. */
  worker(organisation: string, name: string): Promise<Worker>;
  stop(): Promise<void>;
}

/** A member of staff at a desk. */
export interface Worker {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser objected to: broken rules of the page's policy, errors nobody caught. */
  readonly complaints: readonly string[];
  visit(): Promise<void>;
  signIn(): Promise<void>;
  unlock(): Promise<void>;
  open(submission: string): Promise<void>;
  press(key: string, values?: object): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  saves(key: string): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
}

/** Starts an endpoint with the built desk and an empty letterbox. */
export async function startDeskUnderTest(browser: Browser): Promise<DeskUnderTest> {
  const { keys, appFolder, deskFolder } = inject("built");
  const folder = mkdtempSync(join(tmpdir(), "connect-desk-"));
  const deployment = new Deployment(folder, keys);
  const running = await deployment.start({ appFolder, deskFolder });
  const contexts: BrowserContext[] = [];

  async function put(submission: string, texts: readonly (readonly [organisation: string, text: string])[]) {
    const letters = [];
    for (const [organisation, text] of texts) {
      const outcome = await seal(padded(text), deployment.keys.organisations[organisation]?.recipients ?? []);
      if (outcome.kind !== "sealed") throw new Error(outcome.because);
      letters.push(sealedLetter(organisation, outcome.bytes));
    }
    const answer = await running.put(submission, { version: 1, letters });
    if (!answer.ok) throw new Error(await answer.text());
  }

  return {
    address: running.desk,
    deliver: (letters) =>
      put(
        letters[0]?.submission ?? "",
        letters.map((letter) => [letter.organisation, JSON.stringify(letter)]),
      ),
    deliverText: (submission, organisation, text) => put(submission, [[organisation, text]]),
    async worker(organisation, name) {
      const passphrase = await deployment.staff(organisation, name);
      const inUse = keys.organisations[organisation]?.inUse;
      if (!inUse) throw new Error(`no keys were made for ${organisation}`);
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      contexts.push(context);
      return newWorker(context, running.desk, { name, passphrase }, inUse);
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()));
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function newWorker(
  context: BrowserContext,
  address: string,
  staff: { readonly name: string; readonly passphrase: string },
  identity: { readonly file: string; readonly passphrase: string },
): Promise<Worker> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/content security policy|trusted type/i.test(message.text())) complaints.push(message.text());
  });
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
  const press: Worker["press"] = (key, values) => button(t(`desk:${key}`, { ...values })).click();
  const field = (key: string) => page.getByLabel(t(`desk:${key}`), { exact: true });
  return {
    context,
    page,
    complaints,
    visit: async () => void (await page.goto(address)),
    async signIn() {
      await field("signIn.name").fill(staff.name);
      await field("signIn.passphrase").fill(staff.passphrase.toLowerCase().replaceAll("-", " "));
      await press("signIn.button");
      await page.getByRole("heading", { name: t("desk:unlock.heading") }).waitFor();
    },
    async unlock() {
      await field("unlock.file").setInputFiles(identity.file);
      await field("unlock.passphrase").fill(identity.passphrase);
      await press("unlock.button");
      await page.getByRole("navigation").waitFor();
    },
    async open(submission) {
      await button(new RegExp(referenceOf(submission))).click();
      await page.getByRole("heading", { level: 3 }).and(page.locator("article h3")).first().waitFor();
    },
    press,
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    async saves(key) {
      const [download] = await Promise.all([page.waitForEvent("download"), press(key)]);
      return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
    },
  };
}
