import { describe, expect, it } from "vitest";
import type { PointEntry } from "../../src/storage/point-log.ts";
import { believedParcel } from "../../src/storage/records.ts";
import { tablesInMemory } from "../../src/storage/tables-in-memory.ts";
import { tabletToken } from "../../src/wire/enrolment.ts";
import { enrolment } from "./enrolled.ts";
import { firstWorker, passphrase, tablet } from "./tablet.ts";

describe("being a Connect point's tablet", () => {
  it("is kept with all that was said, and begins as nothing", async () => {
    const { point } = tablet().openWindow();
    expect(await point.enrolment()).toBeNull();
    expect(await point.learn({ revoked: true })).toEqual({ kind: "failed" });
    expect(await point.enrol(enrolment)).toEqual({ kind: "done" });
    expect(await point.enrolment()).toEqual(enrolment);
  });

  it("learns what a contact taught, and leaves the rest", async () => {
    const { point } = tablet().openWindow();
    await point.enrol(enrolment);
    expect(await point.learn({ contactAt: 5, nextToken: "b".repeat(43) })).toEqual({ kind: "done" });
    expect(await point.enrolment()).toEqual({ ...enrolment, contactAt: 5, nextToken: "b".repeat(43) });
  });

  it("lets a late answer to an old token say nothing about a new enrolment", async () => {
    const { point } = tablet().openWindow();
    await point.enrol(enrolment);
    await point.enrol({ ...enrolment, token: "c".repeat(43) });
    expect(await point.learn({ revoked: true }, enrolment.token)).toEqual({ kind: "failed" });
    expect((await point.enrolment())?.revoked).toBe(false);
    expect(await point.learn({ revoked: true }, "c".repeat(43))).toEqual({ kind: "done" });
  });

  it("lets reports wait again that the endpoint did not allow, and no others, once it is one again", async () => {
    const { tables, openWindow } = tablet();
    const held = (id: string, serial: number, because: string) => ({
      id: id.repeat(32),
      serial,
      createdAt: 0,
      letters: [{ organisation: "police", digest: "0".repeat(64) }],
      state: { kind: "held", at: 0, because },
      fromPoint: true,
    });
    await tables.write(["parcels"], async (rows) => {
      await rows.put("parcels", held("a", 1, "notAllowed"));
      await rows.put("parcels", held("b", 2, "tooLarge"));
    });
    await openWindow().point.enrol(enrolment);
    const states = await tables.read(["parcels"], (rows) => rows.select("parcels", {}));
    expect(states.map((row) => believedParcel(row)?.state)).toEqual([
      expect.objectContaining({ kind: "waiting" }),
      expect.objectContaining({ kind: "held", because: "tooLarge" }),
    ]);
  });

  it("is asked for with the same token until it has happened, then with another", async () => {
    const place = tablet();
    const token = await place.openWindow().point.tokenToAskWith();
    expect(tabletToken.safeParse(token).success).toBe(true);
    const { point } = place.openWindow();
    expect(await point.tokenToAskWith()).toBe(token);
    await point.enrol(enrolment);
    expect(await point.tokenToAskWith()).not.toBe(token);
  });

  it("is not asked for with a token that could not be kept", async () => {
    const { point } = tablet({ ...tablesInMemory(), write: async () => ({ kind: "full" }) }).openWindow();
    expect(await point.tokenToAskWith()).toBeNull();
    expect(await point.enrol(enrolment)).toEqual({ kind: "full" });
  });
});

describe("the counts of a Connect point", () => {
  const entry: PointEntry = {
    kind: "report",
    month: "2026-11",
    language: "cy",
    characteristics: ["race", "disability"],
    referral: true,
  };
  const none = { reports: 0, supportOnly: 0, noReports: 0, addenda: 0, referrals: 0 };

  it("begin anew where all who could open the tablet have forgotten their words", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    await here.log.add(entry);
    await here.workers.forgetAll();
    await firstWorker(here, "Dana");
    expect(await here.log.months()).toEqual([]);
    expect(await here.log.add(entry)).toBe(true);
    expect((await here.log.months())[0]?.reports).toBe(1);
  });

  it("add up by month, newest first", async () => {
    const here = tablet().openWindow();
    await firstWorker(here);
    const supportOnly = { ...entry, kind: "supportOnly", characteristics: [], month: "2026-12" } as const;
    const noReport = {
      ...entry,
      kind: "noReport",
      language: "ur",
      characteristics: ["race"],
      referral: false,
    } as const;
    for (const each of [entry, supportOnly, noReport]) expect(await here.log.add(each)).toBe(true);
    expect(await here.log.months()).toEqual([
      { ...none, month: "2026-12", supportOnly: 1, referrals: 1, languages: { cy: 1 }, characteristics: {} },
      {
        ...none,
        month: "2026-11",
        reports: 1,
        noReports: 1,
        referrals: 1,
        languages: { cy: 1, ur: 1 },
        characteristics: { race: 2, disability: 1 },
      },
    ]);
  });

  it("lose none when two windows add at once", async () => {
    const place = tablet();
    const [one, other] = [place.openWindow(), place.openWindow()];
    const worker = await firstWorker(one);
    await other.workers.signIn(worker, passphrase("plum ladder seven"));
    const added = Array.from({ length: 12 }, (_, place) => (place % 2 ? one : other).log.add(entry));
    expect(await Promise.all(added)).toEqual(added.map(() => true));
    expect((await one.log.months())[0]?.reports).toBe(12);
  });

  it("are neither read nor added to while locked", async () => {
    const here = tablet().openWindow();
    const worker = await firstWorker(here);
    await here.log.add(entry);
    here.workers.cover();
    expect([await here.log.add(entry), await here.log.months()]).toEqual([false, []]);
    await here.workers.signIn(worker, passphrase("plum ladder seven"));
    expect((await here.log.months())[0]?.reports).toBe(1);
  });

  it("are never written over when they do not open", async () => {
    const place = tablet();
    const here = place.openWindow();
    await firstWorker(here);
    const spoiled = { id: "log", sequence: 3, sealedCounts: new Uint8Array(64) };
    await place.tables.write(["vault"], (rows) => rows.put("vault", spoiled));
    expect([await here.log.add(entry), await here.log.months()]).toEqual([false, []]);
    expect(await place.tables.read(["vault"], (rows) => rows.get("vault", "log"))).toEqual(spoiled);
  });
});
