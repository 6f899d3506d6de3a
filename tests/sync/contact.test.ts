import { describe, expect, it } from "vitest";
import type { Ask } from "../../src/sync/ask.ts";
import { contact, isOld } from "../../src/sync/contact.ts";
import type { KeptEnrolment } from "../../src/sync/enrolment.ts";
import type { Reply } from "../../src/sync/outcome.ts";
import { answer } from "./replies.ts";
import { kept, losing, now, paperEndpoint, paperStore, point, tokenOf } from "./tablet-paper.ts";

const day = 24 * 3_600_000;

function tablet(first: KeptEnrolment | null = kept, ask?: Ask) {
  const endpoint = paperEndpoint(kept.token);
  const paper = paperStore(first);
  const time = { now: now + 60_000 };
  let made = 0;
  const means = {
    ask: ask ?? endpoint.ask,
    store: paper.store,
    locks: null,
    online: () => true,
    now: () => time.now,
    newToken: () => tokenOf("bcdef"[made++] ?? "z"),
  };
  return {
    ...paper,
    endpoint,
    time,
    means,
    meet: (changed: Partial<typeof means> = {}) => contact({ ...means, ...changed }),
  };
}

const isRotation = ({ method }: { method: string }) => method === "PUT";

describe("a tablet that is in touch with the endpoint", () => {
  it("learns what the coordinator changed, and when it was", async () => {
    const here = tablet();
    here.endpoint.at.point = { ...point, tier: "Tier 2", settings: { ...point.settings, idleMinutes: 5 } };
    expect(await here.meet()).toEqual({ kind: "met" });
    expect(here.kept()).toEqual({ ...kept, point: here.endpoint.at.point, contactAt: here.time.now });
    expect(here.endpoint.seen).toEqual(["GET /v1/tablet"]);
  });

  it("F26: learns that it was revoked, and asks nothing more of it than a new code", async () => {
    const here = tablet();
    here.endpoint.revoke();
    expect(await here.meet()).toEqual({ kind: "revoked" });
    expect(here.kept()).toEqual({ ...kept, revoked: true });
  });

  it("asks nobody when it is no tablet, or surely has no network", async () => {
    const other = tablet(null);
    expect(await other.meet()).toEqual({ kind: "notEnrolled" });
    const here = tablet();
    expect(await here.meet({ online: () => false })).toEqual({ kind: "unreached" });
    expect([other.endpoint.seen, here.endpoint.seen]).toEqual([[], []]);
  });

  it.each<[string, Reply]>([
    ["no answer", { kind: "none" }],
    ["F17: a captive portal", answer(200, "<h1>Sign in</h1>")],
    ["F17: a captive portal that wants a password", answer(401, "<h1>Sign in</h1>")],
    ["F18: an endpoint that is down", answer(503, { refusal: "busy" })],
    ["a redirect to nowhere", answer(404, { refusal: "notFound" })],
    ["an answer for another version", answer(200, { version: 2, tablet: kept.tablet, point })],
  ])("learns nothing from %s", async (_, reply) => {
    const rotating = { ...kept, nextToken: tokenOf("b"), enrolledAt: now - 40 * day };
    const here = tablet(rotating, async () => reply);
    expect(await here.meet()).toEqual({ kind: "unreached" });
    expect(here.kept()).toEqual(rotating);
  });

  it("does not take a revocation for the new enrolment that was made meanwhile", async () => {
    const here = tablet();
    const fresh = { ...kept, token: tokenOf("n") };
    const ask: Ask = async () => {
      await here.store.enrol(fresh);
      return answer(401, { refusal: "notAllowed" });
    };
    await here.meet({ ask });
    expect(here.kept()).toEqual(fresh);
  });

  it("leaves it to the other window when that one is at it", async () => {
    const here = tablet();
    let done: () => void = () => undefined;
    const busy = navigator.locks.request("contact", () => new Promise<void>((resolve) => (done = resolve)));
    expect(await contact({ ...here.means, locks: navigator.locks })).toEqual({ kind: "unreached" });
    done();
    await busy;
    expect(await contact({ ...here.means, locks: navigator.locks })).toEqual({ kind: "met" });
  });
});

describe("the tablet's token", () => {
  it("is as good as old after thirty days, or when it comes from the future", () => {
    const at = { enrolledAt: now, tokenSince: undefined };
    expect(isOld(at, now + 30 * day)).toBe(false);
    expect(isOld(at, now + 30 * day + 1)).toBe(true);
    expect(isOld({ ...at, tokenSince: now + 20 * day }, now + 40 * day)).toBe(false);
    expect(isOld(at, now - 1)).toBe(true);
  });

  it("is changed once a month, and the old one is no use once the new one was used", async () => {
    const here = tablet();
    here.time.now += 31 * day;
    expect(await here.meet()).toEqual({ kind: "met" });
    expect(here.kept()).toMatchObject({ token: tokenOf("b"), nextToken: null, tokenSince: here.time.now });
    expect(here.endpoint.present()).toBe(kept.token); // not used yet
    expect(await here.meet()).toEqual({ kind: "met" });
    expect([here.endpoint.present(), here.endpoint.next()]).toEqual([tokenOf("b"), null]);
    expect(here.endpoint.seen.length).toBe(3);
  });

  it("F19: is changed to the same one at the next contact when the answer was lost", async () => {
    const here = tablet();
    here.time.now += 31 * day;
    await here.meet({ ask: losing(here.endpoint.ask, isRotation) });
    expect(here.kept()).toMatchObject({ token: kept.token, nextToken: tokenOf("b") });
    await here.meet();
    expect(here.kept()).toMatchObject({ token: tokenOf("b"), nextToken: null });
    expect(await here.meet()).toEqual({ kind: "met" });
  });

  it("is the next one when the endpoint knows only that", async () => {
    const here = tablet({ ...kept, nextToken: tokenOf("b") });
    await here.endpoint.ask({
      method: "PUT",
      path: "/v1/tablet/token",
      token: kept.token,
      body: { version: 1, token: tokenOf("b") },
    });
    await here.endpoint.ask({ method: "GET", path: "/v1/tablet", token: tokenOf("b"), body: null });
    expect(await here.meet()).toEqual({ kind: "met" });
    expect(here.kept()).toMatchObject({ token: tokenOf("b"), nextToken: null, revoked: false });
  });

  it("is revoked only when the endpoint knows neither", async () => {
    const here = tablet({ ...kept, nextToken: tokenOf("b") });
    here.endpoint.revoke();
    expect(await here.meet()).toEqual({ kind: "revoked" });
    expect(here.kept()?.revoked).toBe(true);
  });

  it("is not changed when the device has no room to keep the new one", async () => {
    const here = tablet();
    here.time.now += 31 * day;
    here.fillUp();
    expect(await here.meet()).toEqual({ kind: "met" });
    expect([here.endpoint.next(), here.kept()?.token]).toEqual([null, kept.token]);
  });
});
