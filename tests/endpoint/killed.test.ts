import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lettersFile } from "../../src/endpoint/endpoint.ts";
import { type Deployment, makeDeployment, newId, receiptIn } from "./deployment.ts";

let deployment: Deployment;
beforeEach(async () => {
  deployment = await makeDeployment();
});
afterEach(() => deployment.remove());

interface Doomed {
  readonly put: (id: string, body: unknown) => Promise<Response>;
  /** Settles when the program says these words. */
  readonly says: (words: string) => Promise<string>;
  readonly kill: () => Promise<void>;
}

async function startDoomed(point = ""): Promise<Doomed> {
  const program = fileURLToPath(new URL("./killed-server.ts", import.meta.url));
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    [program, deployment.folder, point],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const says = saidBy(child.stdout);
  const port = (await says("port ")).slice(5);
  return {
    put: (id, body) =>
      fetch(`http://127.0.0.1:${port}/v1/submissions/${id}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    says,
    kill: async () => {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

function saidBy(output: Readable): (words: string) => Promise<string> {
  const said: string[] = [];
  const listeners: (() => void)[] = [];
  createInterface(output).on("line", (line) => {
    said.push(line);
    for (const listener of listeners.splice(0)) listener();
  });
  return async (words) => {
    for (;;) {
      const found = said.find((line) => line.startsWith(words));
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => listeners.push(resolve));
    }
  };
}

/** What is on the disk, seen without the endpoint. */
function onDisk(): { ids: string[]; halves: number; sound: string } {
  const database = new DatabaseSync(lettersFile(deployment.settings.dataFolder));
  const ids = database
    .prepare("SELECT id FROM submissions")
    .all()
    .map((row) => String(row.id));
  const halves = database
    .prepare(
      "SELECT count(*) AS n FROM submissions s WHERE (SELECT count(*) FROM letters WHERE submission = s.id) <> 2",
    )
    .get()?.n;
  const sound = database.prepare("PRAGMA integrity_check").get()?.integrity_check;
  database.close();
  return { ids, halves: Number(halves), sound: String(sound) };
}

describe("F29: the endpoint is killed", () => {
  it.each([
    { point: "beforeCommit", survives: false },
    { point: "afterCommit", survives: true },
  ])("$point: no receipt was given, and the device's next try succeeds", async ({ point, survives }) => {
    const doomed = await startDoomed(point);
    const [first, second] = [newId(), newId()];
    const bodies = [await deployment.sealed("one"), await deployment.sealed("two")];
    const receipt = await receiptIn(await doomed.put(first, bodies[0]));
    const unanswered = expect(doomed.put(second, bodies[1])).rejects.toThrow();
    await doomed.says(`stopped ${point}`);
    await doomed.kill();
    await unanswered;

    expect(onDisk()).toEqual({ ids: survives ? [first, second].sort() : [first], halves: 0, sound: "ok" });
    const after = await deployment.start();
    expect(await receiptIn(await after.put(first, bodies[0]))).toEqual(receipt);
    expect((await after.put(second, bodies[1])).status).toBe(200);
    await after.close();
    expect(onDisk()).toEqual({ ids: [first, second].sort(), halves: 0, sound: "ok" });
  });

  it("at any moment under load: every report that got a receipt is there, whole and once", async () => {
    const receipted: string[] = [];
    const body = await deployment.sealed("one of many");
    for (let round = 0; round < 5; round++) {
      const doomed = await startDoomed();
      const sending = Array.from({ length: 8 }, async () => {
        for (;;) {
          const id = newId();
          const answer = await doomed.put(id, body).catch(() => null); // the connection breaks when it is killed
          if (answer === null) return;
          if (answer.status === 200) receipted.push((await receiptIn(answer)).claim.submission);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 150 + round * 70));
      await doomed.kill();
      await Promise.allSettled(sending);
    }
    const { ids, halves, sound } = onDisk();
    expect(receipted.length).toBeGreaterThan(10);
    expect(receipted.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect({ halves, sound }).toEqual({ halves: 0, sound: "ok" });
  });
});
