import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright-core";
import type { Ground } from "./ground.ts";
import { type Deed, type Told, type Work, watchPage } from "./watching.ts";

/** A phone in somebody's hand: a browser of its own, on a processor that is slower by a factor. */
export interface Phone {
  readonly page: Page;
  readonly cdp: CDPSession;
  slowDown(factor: number): Promise<void>;
  touch(place: { readonly x: number; readonly y: number }): Promise<void>;
  /** Opens an address, does the deed and says when, in ms since the visit began. */
  visit(address: string): Promise<Visit>;
  /** What the page tells next of this kind. */
  told<Kind extends Told["kind"]>(kind: Kind): Promise<Extract<Told, { kind: Kind }>>;
  /** What an expression comes to, asked with the least work for the page: Playwright's own ways bring scripts along. */
  look(expression: string): Promise<unknown>;
  work(): Promise<Work>;
  /** What the main thread has worked since the browser started, in ms. */
  workedMs(): Promise<number>;
  close(): Promise<void>;
}

export interface Visit {
  readonly seenMs: number;
  readonly shownMs: number;
}

const chromiumProgram = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const screen = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const patienceMs = 180_000;

export const newProfile = ({ profiles }: Ground): string => mkdtempSync(join(profiles, "phone-"));

export async function takePhone(ground: Ground, profile: string, slowerBy: number, deed: Deed | null): Promise<Phone> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumProgram,
    args: flags,
    locale: "en-GB",
    ...screen,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const told = toldBy(cdp);
  await cdp.send("Runtime.enable");
  await cdp.send("Performance.enable");
  await cdp.send("Runtime.addBinding", { name: "benchTold" });
  await page.goto(ground.warmUp); // so that no figure holds the start of the browser itself
  await page.addInitScript(watchPage, deed);
  const look = async (expression: string) =>
    (await cdp.send("Runtime.evaluate", { expression, returnByValue: true })).result.value as unknown;
  const phone: Phone = {
    page,
    cdp,
    slowDown: async (rate) => void (await cdp.send("Emulation.setCPUThrottlingRate", { rate })),
    async touch({ x, y }) {
      for (const type of ["mousePressed", "mouseReleased"] as const) {
        await cdp.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
      }
    },
    async visit(address) {
      const begun = told("begun");
      const seen = told("seen").then(async (message) => {
        await phone.touch(message);
        return message;
      });
      const shown = told("shown");
      await page.goto(address, { waitUntil: "commit", timeout: patienceMs });
      const [{ at: zero }, { at: end }] = await inTime(
        Promise.all([begun, shown]),
        `${address} did not show what it should`,
      );
      const first = await Promise.race([seen, shown]);
      return { seenMs: first.at - zero, shownMs: end - zero };
    },
    told,
    look,
    work: async () => (await look("window.benchWork")) as Work,
    async workedMs() {
      const { metrics } = await cdp.send("Performance.getMetrics");
      return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
    },
    close: () => context.close(),
  };
  await phone.slowDown(slowerBy);
  return phone;
}

/** Waits for the next message of a kind. */
function toldBy(cdp: CDPSession) {
  return <Kind extends Told["kind"]>(kind: Kind) =>
    new Promise<Extract<Told, { kind: Kind }>>((resolve) => {
      cdp.on("Runtime.bindingCalled", ({ payload }) => {
        const message = JSON.parse(payload) as Told;
        if (message.kind === kind) resolve(message as Extract<Told, { kind: Kind }>);
      });
    });
}

/** What the work comes to, or an error that says what did not come. */
export async function inTime<T>(work: Promise<T>, otherwise: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
