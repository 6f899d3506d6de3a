import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lettersFile } from "../../src/endpoint/endpoint.ts";
import { sqliteLetterbox } from "../../src/endpoint/sqlite-letterbox.ts";
import { type Deployment, makeDeployment, newId, receiptIn } from "./deployment.ts";

let deployment: Deployment;
beforeEach(async () => {
  deployment = await makeDeployment();
});
afterEach(() => deployment.remove());

describe("stopping and starting again", () => {
  it("finishes the report that is being taken in, and gives its receipt", async () => {
    const slow = Promise.withResolvers<void>();
    const endpoint = await deployment.start(
      {},
      {
        openLetterbox: async (folder) => {
          const box = await sqliteLetterbox({ file: lettersFile(folder), lockWaitMs: 200 });
          return { ...box, keep: (arrival) => slow.promise.then(() => box.keep(arrival)) };
        },
      },
    );
    const answer = endpoint.put(newId(), await deployment.sealed("x"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const closed = endpoint.close();
    slow.resolve();
    expect((await answer).status).toBe(200);
    await closed;
  });

  it("knows every report and its receipt after a restart, and who may collect", async () => {
    const token = await deployment.token("police");
    const before = await deployment.start();
    const id = newId();
    const body = await deployment.sealed("x");
    const receipt = await receiptIn(await before.put(id, body));
    await before.close();
    const after = await deployment.start();
    expect(await receiptIn(await after.put(id, body))).toEqual(receipt);
    expect((await (await after.list(token)).json()).letters).toHaveLength(1);
    await after.close();
  });

  it("runs as the app alone or as the desk alone", async () => {
    const app = await deployment.start({ deskPort: null });
    expect((await fetch(app.app)).status).toBe(200);
    await app.close();
    const desk = await deployment.start({ appPort: null });
    expect((await fetch(desk.desk)).status).toBe(200);
    await desk.close();
  });

  it("does not start with a receipt key that devices would not believe", async () => {
    const other = await makeDeployment();
    const receiptKeyFile = other.written.receiptKeyFile;
    await expect(deployment.start({ receiptKeyFile })).rejects.toThrow("not the one in keys.json");
    other.remove();
  });
});

describe("the program", () => {
  const program = fileURLToPath(new URL("../../src/endpoint/start.ts", import.meta.url));

  function run(port: string) {
    const { appFolder, deskFolder, dataFolder, keysFile, receiptKeyFile = "" } = deployment.settings;
    const env = {
      CONNECT_APP_FOLDER: appFolder,
      CONNECT_DESK_FOLDER: deskFolder,
      CONNECT_DATA: dataFolder,
      CONNECT_KEYS: keysFile,
      CONNECT_RECEIPT_KEY: receiptKeyFile,
      CONNECT_APP_PORT: port,
      CONNECT_DESK_PORT: "0",
    };
    return spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
  }

  async function wordsOf(child: ReturnType<typeof run>): Promise<string> {
    const [words] = await once(child.stderr, "data");
    return String(words);
  }

  it("stops on SIGTERM with nothing left in the write-ahead log", async () => {
    const child = run("0");
    const port = /app (\d+)/.exec(await wordsOf(child))?.[1];
    const body = JSON.stringify(await deployment.sealed("x"));
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`http://127.0.0.1:${port}/v1/submissions/${newId()}`, { method: "PUT", headers, body });
    expect(answer.status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(existsSync(`${lettersFile(deployment.settings.dataFolder)}-wal`)).toBe(false);
  });

  it("says in plain words that a port is taken, and what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = String(address instanceof Object ? address.port : 0);
    const child = run(port);
    expect(await wordsOf(child)).toContain(`Port ${port} is in use already`);
    expect((await once(child, "exit"))[0]).toBe(1);
    other.close();
  });

  it("names the setting that makes no sense", async () => {
    expect(await wordsOf(run("eighty"))).toContain("CONNECT_APP_PORT");
  });
});
