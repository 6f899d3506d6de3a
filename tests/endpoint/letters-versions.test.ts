import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openForWriting } from "../../src/endpoint/letters-database.ts";
import { sqliteLetterbox } from "../../src/endpoint/sqlite-letterbox.ts";
import { arrivalFor } from "./letterbox-contract.ts";

/** The tables as version 1 made them, kept here for ever. */
const version1 = `
  CREATE TABLE submissions (
    id TEXT PRIMARY KEY,
    received_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE letters (
    submission TEXT NOT NULL REFERENCES submissions (id),
    organisation TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    digest TEXT NOT NULL,
    age BLOB NOT NULL,
    UNIQUE (submission, organisation),
    UNIQUE (organisation, cursor)
  ) STRICT;
  CREATE TABLE acknowledgements (
    submission TEXT NOT NULL,
    organisation TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (submission, organisation),
    FOREIGN KEY (submission, organisation) REFERENCES letters (submission, organisation)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = 1;
`;

const receivedAt = "2026-11-20T10:00:00.000Z";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-versions-"));
  file = join(folder, "letters.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => sqliteLetterbox({ file, lockWaitMs: 300 });
const arrivals = Array.from({ length: 20 }, () => arrivalFor(["police", "council"]));

function writeVersion1(): void {
  const old = new DatabaseSync(file);
  old.exec(`PRAGMA journal_mode = WAL; ${version1}`);
  const submission = old.prepare("INSERT INTO submissions (id, received_at) VALUES (?, ?)");
  const letter = old.prepare(
    "INSERT INTO letters (submission, organisation, cursor, digest, age) VALUES (?, ?, ?, ?, ?)",
  );
  for (const [place, arrival] of arrivals.entries()) {
    submission.run(arrival.submission, receivedAt);
    for (const each of arrival.letters)
      letter.run(arrival.submission, each.organisation, place + 1, each.digest, each.age);
  }
  const read = old.prepare("INSERT INTO acknowledgements (submission, organisation, at) VALUES (?, 'police', ?)");
  read.run(arrivals[3]?.submission ?? "", receivedAt);
  old.close();
}

/** Every row of version 1's columns, exactly as it lies there. */
function rows(): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const all = [
    "SELECT id, received_at FROM submissions ORDER BY id",
    "SELECT rowid, submission, organisation, cursor, digest, age FROM letters ORDER BY rowid",
    "SELECT submission, organisation, at FROM acknowledgements",
  ].map((query) => database.prepare(query).all());
  database.close();
  return all;
}

function versionNow(): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const found = database.prepare("PRAGMA user_version").get()?.user_version;
  database.close();
  return found;
}

describe("F10: letters that version 1 of the endpoint kept", () => {
  beforeEach(writeVersion1);

  it("survive the new version byte for byte, under their cursors and with what was acknowledged", async () => {
    const before = rows();
    await (await open()).close();
    expect(rows()).toEqual(before);
    expect(versionNow()).toBe(2);
  });

  it("are listed as from no Connect point, fetched as before, and their cursors go on", async () => {
    const box = await open();
    const listed = await box.waiting("police", 0, 100);
    expect(listed.map(({ submission }) => submission)).toEqual(arrivals.map(({ submission }) => submission));
    expect(listed.every(({ from }) => from === null)).toBe(true);
    expect(listed[3]?.acknowledgedAt).toBe(receivedAt);
    expect(await box.letter("council", arrivals[7]?.submission ?? "")).toEqual(arrivals[7]?.letters[1]?.age);
    const from = { point: "east-library", name: "East Library", tablet: "0a0b0c0d" };
    await box.keep({ ...arrivalFor(["police"]), from });
    expect(await box.waiting("police", 20, 10)).toMatchObject([{ cursor: 21, from: { point: "east-library" } }]);
    await box.close();
  });

  it("F19: are known when their device sends them again, and keep their first moment", async () => {
    const box = await open();
    const again = structuredClone(arrivals[0] ?? arrivalFor([]));
    expect(await box.keep({ ...again, receivedAt: "2027" })).toEqual({ kind: "kept", receivedAt });
    await box.close();
  });

  it("are brought along once, however often and by however many the file is opened", async () => {
    const before = rows();
    const settings = { file, lockWaitMs: 300 };
    const both = [openForWriting(settings), openForWriting(settings)];
    for (const database of both) database.close();
    await (await open()).close();
    expect(rows()).toEqual(before);
  });
});

describe("F12: a letterbox of a later version", () => {
  it("is refused and left as it is", async () => {
    writeVersion1();
    const later = new DatabaseSync(file);
    later.exec("PRAGMA user_version = 3");
    later.close();
    const before = rows();
    await expect(open()).rejects.toThrow("later version (3)");
    expect(versionNow()).toBe(3);
    expect(rows()).toEqual(before);
  });
});

it("a new letterbox is of the newest version from the start", async () => {
  file = join(folder, `${randomBytes(4).toString("hex")}.sqlite`);
  await (await open()).close();
  expect(versionNow()).toBe(2);
});
