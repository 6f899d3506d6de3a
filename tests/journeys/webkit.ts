import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities, type WebDriver, type WebElement } from "selenium-webdriver";
import { type Driver, thingOnPage } from "./other-browsers.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface WebKit {
  readonly browser: WebDriver;
  stop(): Promise<void>;
}

/** WebKitGTK on a screen of its own that is as large as a phone's. Nothing that it stores outlives it. */
export async function startWebKit(program: string, { width, height }: Size): Promise<WebKit> {
  const screen = spawn(
    "/usr/bin/Xvfb",
    ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      detached: true,
    },
  );
  const started = [screen];
  const endAll = () => started.forEach(end);
  process.once("exit", endAll);
  try {
    const display = `:${await firstLine(screen)}`;
    const port = await freePort();
    started.unshift(startDriver(port, display));
    const browser = await newSession(`http://127.0.0.1:${port}`, program);
    await browser.manage().window().setRect({ width, height });
    const stop = async () => {
      await Promise.race([browser.quit(), pause(10_000, undefined, { ref: false })]).finally(endAll);
    };
    return { browser, stop };
  } catch (error) {
    endAll();
    throw error;
  }
}

/** The display that Xvfb took, which it says on the fourth of its streams. */
function firstLine(screen: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    screen.once("error", reject);
    screen.once("exit", () => reject(new Error("Xvfb ended")));
    screen.stdio[3]?.once("data", (said: Buffer) => resolve(said.toString().trim()));
  });
}

function startDriver(port: number, display: string): ChildProcess {
  const sandbox = process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {};
  return spawn("/usr/bin/WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    env: { ...process.env, ...sandbox, DISPLAY: display },
    detached: true,
    stdio: "ignore",
  });
}

/** Each leads a group of its own, so that what it started ends with it. */
function end({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid);
  } catch {
    // It ended by itself meanwhile.
  }
}

async function newSession(server: string, binary: string): Promise<WebDriver> {
  const options = { binary, args: ["--automation", "--full-screen"] };
  const wanted = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options });
  for (let tries = 0; tries < 300 && !(await answers(`${server}/status`)); tries += 1) await pause(100);
  return new Builder().usingServer(server).withCapabilities(wanted).build();
}

const answers = (address: string) =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address instanceof Object ? address.port : 0));
    });
  });
}

export function driverOf(browser: WebDriver): Driver<WebElement> {
  return {
    go: (address) => browser.get(address),
    find: (wanted) => browser.executeScript<WebElement | null>(thingOnPage, wanted),
    async click(thing) {
      // Its own scrolling stops where the bar at the bottom still lies over the thing.
      await browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", thing);
      await thing.click();
    },
    isTicked: (thing) => thing.isSelected(),
    async type(field, text) {
      await field.clear();
      await field.sendKeys(text);
    },
    text: (thing) => browser.executeScript<string>("return (arguments[0] ?? document.body).innerText", thing ?? null),
  };
}
