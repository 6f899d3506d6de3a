import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openForWriting } from "../../src/endpoint/letters-database.ts";
import { sqliteLetterbox } from "../../src/endpoint/sqlite-letterbox.ts";
import { arrivalFor, letterboxContract } from "./letterbox-contract.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-letters-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (lockWaitMs = 300) => sqliteLetterbox({ file: join(folder, "letters.sqlite"), lockWaitMs });

describe("letters in SQLite", () => {
  letterboxContract(() => open());

  it("asks the disk to keep every commit before it is answered", () => {
    const database = openForWriting({ file: join(folder, "letters.sqlite"), lockWaitMs: 100 });
    expect(database.prepare("PRAGMA synchronous").get()?.synchronous).toBe(2);
    expect(database.prepare("PRAGMA journal_mode").get()?.journal_mode).toBe("wal");
    database.close();
  });

  it("still has every letter after it was closed and opened again", async () => {
    const arrival = arrivalFor(["police"]);
    const before = await open();
    await before.keep(structuredClone(arrival));
    await before.close();
    const after = await open();
    expect(await after.letter("police", arrival.submission)).toEqual(arrival.letters[0]?.age);
    await after.close();
  });

  it("folds its log into the file by itself while it runs", async () => {
    const box = await open();
    for (let n = 0; n < 50; n++) await box.keep(arrivalFor(["police", "council"]));
    const folded = () => statSync(join(folder, "letters.sqlite")).size > 50 * 2 * 300;
    while (!folded()) await new Promise((resolve) => setTimeout(resolve, 20));
    await box.close();
  });

  it("refuses a file that a later version wrote, and leaves it as it is", async () => {
    const file = join(folder, "letters.sqlite");
    const later = new DatabaseSync(file);
    later.exec("PRAGMA user_version = 99");
    later.close();
    await expect(open()).rejects.toThrow("later version");
    expect(new DatabaseSync(file).prepare("PRAGMA user_version").get()?.user_version).toBe(99);
  });

  it("F31: waits a bounded time for another program's lock, says so, and keeps nothing by halves", async () => {
    const box = await open();
    const other = new DatabaseSync(join(folder, "letters.sqlite"));
    other.exec("BEGIN IMMEDIATE");
    const began = performance.now();
    const arrivals = [arrivalFor(["police"]), arrivalFor(["police", "council"])];
    const refused = await Promise.all(arrivals.map((arrival) => box.keep(structuredClone(arrival))));
    expect(refused.map((each) => each.kind)).toEqual(["unable", "unable"]);
    expect(performance.now() - began).toBeLessThan(3000);
    expect(await box.waiting("police", 0, 10)).toEqual([]);
    expect(await box.ready()).toBe(false);
    other.exec("ROLLBACK");
    for (const arrival of arrivals) expect((await box.keep(arrival)).kind).toBe("kept");
    expect(await box.waiting("police", 0, 10)).toHaveLength(2);
    await box.close();
  });
});
