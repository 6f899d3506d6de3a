import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sqliteAccounts } from "../../src/endpoint/sqlite-accounts.ts";
import { sqlitePoints } from "../../src/endpoint/sqlite-points.ts";
import { library, pointsContract } from "./points-contract.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-points-"));
  file = join(folder, "accounts.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("Connect points in SQLite", () => {
  pointsContract(async () => sqlitePoints(file));

  it("stand beside the accounts in one file, and neither disturbs the other", async () => {
    const accounts = sqliteAccounts(file);
    const points = sqlitePoints(file);
    accounts.addToken({ id: "1", organisation: "police", madeAt: "2026" }, createHash("sha256").digest());
    await points.putPoint(library, "2026");
    accounts.close();
    await points.close();
    const again = sqlitePoints(file);
    expect(await again.points()).toEqual([library]);
    await again.close();
  });

  it("let in one of two tablets that come to two processes at the same moment", async () => {
    const [one, other] = [sqlitePoints(file), sqlitePoints(file)];
    const sha = (text: string) => createHash("sha256").update(text).digest();
    await one.putPoint(library, "2026");
    await one.addCode({ hash: sha("code"), point: library.id, madeAt: "2026", expiresAt: "2027" });
    const asking = { codeHash: sha("code"), at: "2026" };
    const outcomes = await Promise.all([
      one.enrol({ ...asking, tokenHash: sha("a"), tablet: "0000000a" }),
      other.enrol({ ...asking, tokenHash: sha("b"), tablet: "0000000b" }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["enrolled", "refused"]);
    await one.close();
    await other.close();
  });

  it("keep an audit whose columns have room for a time, a point, a tablet and a word, and for no person", async () => {
    await sqlitePoints(file).close();
    const columns = new DatabaseSync(file).prepare("SELECT name FROM pragma_table_info('point_events')").all();
    expect(columns.map(({ name }) => name)).toEqual(["number", "at", "point", "tablet", "event"]);
  });
});
