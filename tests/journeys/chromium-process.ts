import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumFlags, chromiumProgram } from "./chromium.ts";

/** A Chromium with a profile on the disk, in processes that can be killed. */
export interface ChromiumProcess {
  /** Its only window. */
  readonly page: Page;
  /** Kills the process that shows the page, as a system short of memory does, and loads it again in the same window. */
  killPage(): Promise<Page>;
  /** Kills all of it at once, as a power cut does. */
  kill(): Promise<void>;
  /** Ends it as a person does. */
  close(): Promise<void>;
}

export async function startChromiumProcess(profile: string): Promise<ChromiumProcess> {
  const portFile = join(profile, "DevToolsActivePort");
  for (const left of ["DevToolsActivePort", "SingletonLock", "SingletonCookie", "SingletonSocket"])
    rmSync(join(profile, left), { force: true });
  const process_ = spawn(
    chromiumProgram,
    [...chromiumFlags, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    { stdio: "ignore", detached: true },
  );
  const ended = once(process_, "exit");
  let { browser, page } = await atWindow(portFile);
  const kill = async () => {
    const isOver = process_.exitCode !== null || process_.signalCode !== null;
    if (process_.pid !== undefined && !isOver) process.kill(-process_.pid, "SIGKILL");
    await ended;
  };
  return {
    page,
    async killPage() {
      const devtools = await browser.newBrowserCDPSession();
      const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
      for (const { type, id } of processInfo) if (type === "renderer") process.kill(id, "SIGKILL");
      await loadAgain(portFile);
      ({ browser, page } = await atWindow(portFile));
      return page;
    },
    kill,
    async close() {
      const devtools = await browser.newBrowserCDPSession();
      await devtools.send("Browser.close").catch(() => {}); // it may be gone before it has answered
      await ended;
    },
  };
}

async function connected(portFile: string): Promise<Browser> {
  while (!existsSync(portFile) || !readFileSync(portFile, "utf8").includes("\n")) await pause(50);
  const [port, path] = readFileSync(portFile, "utf8").split("\n");
  return chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
}

/** Playwright lets go of a page that crashed; the window is still there, and a person would press "Reload". */
async function loadAgain(portFile: string): Promise<void> {
  const [port] = readFileSync(portFile, "utf8").split("\n");
  const windows = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly Target[];
  const crashed = windows.find(({ type }) => type === "page");
  if (!crashed) throw new Error("the window is gone");
  const wire = new WebSocket(crashed.webSocketDebuggerUrl);
  await once(wire, "open");
  let isThere = false;
  wire.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data));
    isThere ||= id === answered && result !== undefined; // a crashed page answers as well: with an error
  });
  // One that is asked for before the browser has noticed the crash comes to nothing.
  for (let tries = 0; !isThere; tries++) {
    if (tries % triesBetweenLoads === 0) wire.send(JSON.stringify({ id: 1, method: "Page.reload" }));
    wire.send(JSON.stringify({ id: answered, method: "Runtime.evaluate", params: { expression: "0" } }));
    await pause(100);
  }
  wire.close();
}

const answered = 2;
const triesBetweenLoads = 30;

interface Target {
  readonly type: string;
  readonly webSocketDebuggerUrl: string;
}

/** A window that is being loaded again after a crash may not be told of yet: whoever asks once more is. */
async function atWindow(portFile: string): Promise<{ browser: Browser; page: Page }> {
  for (let tries = 0; tries < 50; tries++) {
    const browser = await connected(portFile);
    const page = browser.contexts()[0]?.pages()[0];
    if (page) return { browser, page };
    await browser.close(); // of a browser that was connected to, only the connection
    await pause(200);
    if (tries % 10 === 9) await loadAgain(portFile); // it crashed once more
  }
  throw new Error("the browser has no window");
}
