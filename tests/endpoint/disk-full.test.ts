import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { letterWriter } from "../../src/endpoint/letter-writer.ts";
import { openForWriting } from "../../src/endpoint/letters-database.ts";
import { type Deployment, makeDeployment, newId, receiptIn } from "./deployment.ts";
import { arrivalFor } from "./letterbox-contract.ts";

let deployment: Deployment;
let data: string;
let mounted = false;
beforeEach(async () => {
  deployment = await makeDeployment();
  data = deployment.settings.dataFolder;
  mkdirSync(data, { recursive: true });
});
afterEach(() => {
  if (mounted) execFileSync("umount", [data]);
  mounted = false;
  deployment.remove();
});

function mountSmallDisk(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", data], { stdio: "ignore" });
    mounted = true;
  } catch {
    mounted = false; // only root may, and not in every container; the quota test below still speaks
  }
  return mounted;
}

describe("F30: the disk is full", () => {
  it("takes nothing it cannot keep, still gives out what it has, and recovers with room", async ({ skip }) => {
    skip(!mountSmallDisk(), "no small disk can be mounted here");
    const token = await deployment.token("police");
    const endpoint = await deployment.start();
    const body = await deployment.sealed("x".repeat(200_000));
    const first = newId();
    const receipt = await receiptIn(await endpoint.put(first, body));
    expect((await fetch(`${endpoint.app}/v1/health`)).status).toBe(200);
    writeFileSync(join(data, "ballast"), new Uint8Array(16 * 1024 * 1024));

    const ids: string[] = [];
    let refused: Response | null = null;
    while (refused === null) {
      const id = newId();
      ids.push(id);
      const answer = await endpoint.put(id, body);
      if (answer.status !== 200) refused = answer;
    }
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(60);
    expect((await fetch(`${endpoint.app}/v1/health`)).status).toBe(503);
    const listed = (await (await endpoint.list(token, "?limit=500")).json()).letters;
    expect(listed).toHaveLength(ids.length); // the first, and all but the one refused
    const letter = await fetch(`${endpoint.desk}/v1/letters/${first}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect((await letter.bytes()).length).toBeGreaterThan(200_000);
    expect(await receiptIn(await endpoint.put(first, body))).toEqual(receipt); // known already: nothing to write

    rmSync(join(data, "ballast"));
    expect((await endpoint.put(ids.at(-1) ?? "", body)).status).toBe(200);
    await endpoint.close();
  });

  it("says so for every report of a batch, and keeps none of them by halves", () => {
    const file = join(data, "letters.sqlite");
    const database = openForWriting({ file, lockWaitMs: 100 });
    database.exec("PRAGMA max_page_count = 40");
    const writer = letterWriter(database);
    const fits = arrivalFor(["police", "council"]);
    expect(writer.keepAll([fits])[0]?.kind).toBe("kept");
    const many = Array.from({ length: 2000 }, () => arrivalFor(["police", "council"]));
    expect(new Set(writer.keepAll(many).map((kept) => JSON.stringify(kept)))).toEqual(
      new Set([JSON.stringify({ kind: "unable", because: "full" })]),
    );
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(reader.prepare("SELECT count(*) AS n FROM letters").get()?.n).toBe(2);
    reader.close();
    expect(writer.keepAll([fits])[0]?.kind).toBe("kept");
    writer.close();
  });
});
