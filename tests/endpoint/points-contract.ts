import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { Applicant, Points } from "../../src/endpoint/points.ts";
import { type ConnectPoint, usualSettings } from "../../src/wire/enrolment.ts";

const morning = "2026-11-22T09:00:00.000Z";
const noon = "2026-11-22T12:00:00.000Z";
const tomorrow = "2026-11-23T09:00:00.000Z";

export const library: ConnectPoint = {
  id: "east-library",
  name: "East Library",
  tier: "2",
  settings: usualSettings,
};

const hash = (): Uint8Array => Uint8Array.from(randomBytes(32));
const newId = (): string => randomBytes(4).toString("hex");

async function withCode(points: Points): Promise<Uint8Array> {
  await points.putPoint(library, morning);
  const code = hash();
  expect(await points.addCode({ hash: code, point: library.id, madeAt: morning, expiresAt: tomorrow })).toBe(true);
  return code;
}

const applicant = (codeHash: Uint8Array, more: Partial<Applicant> = {}): Applicant => ({
  codeHash,
  tokenHash: hash(),
  tablet: newId(),
  at: noon,
  ...more,
});

async function withTablet(points: Points): Promise<Applicant> {
  const asking = applicant(await withCode(points));
  await points.enrol(asking);
  return asking;
}

/** What every store of Connect points promises, whatever it is made of. */
export function pointsContract(open: () => Promise<Points>): void {
  const tried = (title: string, act: (points: Points) => Promise<void>) =>
    it(title, async () => {
      const points = await open();
      await act(points);
      await points.close();
    });

  tried("gives back a point as it was last told, and lists points by their id", async (points) => {
    const changed = { ...library, name: "Library in the East", settings: { ...usualSettings, idleMinutes: 5 } };
    await points.putPoint(library, morning);
    await points.putPoint({ ...library, id: "centre", name: "Centre" }, morning);
    await points.putPoint(changed, noon);
    expect(await points.point(library.id)).toEqual(changed);
    expect((await points.points()).map(({ id }) => id)).toEqual(["centre", "east-library"]);
    expect(await points.point("nowhere")).toBeNull();
  });

  tried("makes no code for a point that there is not", async (points) => {
    const code = { hash: hash(), point: "nowhere", madeAt: morning, expiresAt: tomorrow };
    expect(await points.addCode(code)).toBe(false);
    expect(await points.enrol(applicant(code.hash))).toEqual({ kind: "refused", because: "wrongCode" });
  });

  tried("lets in the first tablet that comes with a code, and no second one", async (points) => {
    const code = await withCode(points);
    const first = applicant(code);
    expect(await points.enrol(first)).toEqual({ kind: "enrolled", tablet: first.tablet, point: library });
    expect(await points.enrol(applicant(code))).toEqual({ kind: "refused", because: "usedCode" });
    expect(await points.tablets(library.id)).toEqual([{ tablet: first.tablet, enrolledAt: noon, revokedAt: null }]);
  });

  tried("answers the same tablet the same, however often it asks and after the code expired", async (points) => {
    const first = applicant(await withCode(points));
    const answer = await points.enrol(first);
    expect(await points.enrol({ ...first, tablet: newId(), at: "2027-01-01T00:00:00.000Z" })).toEqual(answer);
    expect((await points.events(library.id)).map(({ event }) => event)).toEqual(["added", "codeMade", "enrolled"]);
  });

  tried("lets in one of many that come with a code at the same moment", async (points) => {
    const code = await withCode(points);
    const all = await Promise.all(Array.from({ length: 8 }, () => points.enrol(applicant(code))));
    expect(all.map(({ kind }) => kind).sort()).toEqual(["enrolled", ...Array(7).fill("refused")]);
    expect(await points.tablets(library.id)).toHaveLength(1);
  });

  tried("refuses a code from the moment it expires, and does not use it up", async (points) => {
    const code = await withCode(points);
    expect(await points.enrol(applicant(code, { at: tomorrow }))).toEqual({ kind: "refused", because: "expiredCode" });
    expect((await points.enrol(applicant(code))).kind).toBe("enrolled");
  });

  tried("lets no token in twice, and leaves the code good for a new one", async (points) => {
    const { tokenHash } = await withTablet(points);
    const code = await withCode(points);
    expect(await points.enrol(applicant(code, { tokenHash }))).toEqual({ kind: "tokenTaken" });
    expect((await points.enrol(applicant(code))).kind).toBe("enrolled");
  });

  tried("knows a tablet by its token until it is revoked, and then never again", async (points) => {
    const asking = await withTablet(points);
    const { tablet, tokenHash, codeHash } = asking;
    expect(await points.tabletOf(tokenHash, noon)).toEqual({ tablet, point: library });
    expect(await points.tabletOf(hash(), noon)).toBeNull();
    expect(await points.revokeTablet("elsewhere", tablet, noon)).toBe(false);
    expect(await points.revokeTablet(library.id, tablet, noon)).toBe(true);
    expect(await points.revokeTablet(library.id, tablet, tomorrow)).toBe(true);
    expect(await points.tabletOf(tokenHash, noon)).toBeNull();
    expect(await points.changeToken(tokenHash, hash(), noon)).toBe("unknownTablet");
    expect(await points.enrol(asking)).toEqual({ kind: "refused", because: "usedCode" });
    expect(await points.tablets(library.id)).toMatchObject([{ tablet, revokedAt: noon }]);
    expect(await points.enrol(applicant(codeHash, { tokenHash }))).toEqual({ kind: "refused", because: "usedCode" });
  });

  tried("takes the old token and the new one until the new one is first used", async (points) => {
    const { tokenHash, tablet } = await withTablet(points);
    const next = hash();
    expect(await points.changeToken(tokenHash, next, noon)).toBe("changed");
    expect((await points.tabletOf(tokenHash, noon))?.tablet).toBe(tablet);
    expect(await points.changeToken(tokenHash, next, noon)).toBe("changed"); // the answer was lost
    expect((await points.tabletOf(next, noon))?.tablet).toBe(tablet);
    expect(await points.tabletOf(tokenHash, noon)).toBeNull();
    expect(await points.changeToken(next, next, noon)).toBe("changed"); // it is what it shall be
    expect((await points.tabletOf(next, noon))?.tablet).toBe(tablet);
  });

  tried("asked with the new token to change to it, counts that as its first use", async (points) => {
    const { tokenHash } = await withTablet(points);
    const next = hash();
    await points.changeToken(tokenHash, next, noon);
    expect(await points.changeToken(next, next, noon)).toBe("changed");
    expect(await points.tabletOf(tokenHash, noon)).toBeNull();
    expect(await points.tabletOf(next, noon)).not.toBeNull();
  });

  tried("changes its mind about a new token that was never used", async (points) => {
    const { tokenHash } = await withTablet(points);
    const [never, next] = [hash(), hash()];
    await points.changeToken(tokenHash, never, noon);
    await points.changeToken(tokenHash, next, noon);
    expect(await points.tabletOf(never, noon)).toBeNull();
    expect(await points.tabletOf(next, noon)).not.toBeNull();
  });

  tried("gives no tablet the token of another one, used or promised", async (points) => {
    const [one, other] = [await withTablet(points), await withTablet(points)];
    const promised = hash();
    await points.changeToken(other.tokenHash, promised, noon);
    expect(await points.changeToken(one.tokenHash, other.tokenHash, noon)).toBe("tokenTaken");
    expect(await points.changeToken(one.tokenHash, promised, noon)).toBe("tokenTaken");
    const code = await withCode(points);
    expect((await points.enrol(applicant(code, { tokenHash: promised }))).kind).toBe("tokenTaken");
  });

  tried("writes down what happened to a point, each thing once, in order", async (points) => {
    const { tokenHash, tablet } = await withTablet(points);
    await points.putPoint({ ...library, tier: "1" }, noon);
    const next = hash();
    await points.changeToken(tokenHash, next, noon);
    await points.tabletOf(next, noon);
    await points.tabletOf(next, noon);
    await points.revokeTablet(library.id, tablet, tomorrow);
    await points.revokeTablet(library.id, tablet, tomorrow);
    const at = (time: string, event: string, of: string | null = null) => ({
      at: time,
      point: library.id,
      tablet: of,
      event,
    });
    expect(await points.events(library.id)).toEqual([
      at(morning, "added"),
      at(morning, "codeMade"),
      at(noon, "enrolled", tablet),
      at(noon, "changed"),
      at(noon, "tokenChanged", tablet),
      at(tomorrow, "revoked", tablet),
    ]);
    expect(await points.events("elsewhere")).toEqual([]);
  });

  tried("knows a coordinator by a token until it is revoked", async (points) => {
    const token = hash();
    await points.addCoordinator({ id: "0a0b0c0d", madeAt: morning }, token);
    expect(await points.coordinators()).toEqual([{ id: "0a0b0c0d", madeAt: morning }]);
    expect(await points.isCoordinator(token)).toBe(true);
    expect(await points.isCoordinator(hash())).toBe(false);
    expect(await points.revokeCoordinator("0a0b0c0d")).toBe(true);
    expect(await points.revokeCoordinator("0a0b0c0d")).toBe(false);
    expect(await points.isCoordinator(token)).toBe(false);
  });
}
