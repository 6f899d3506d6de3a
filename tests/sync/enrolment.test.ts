import { describe, expect, it } from "vitest";
import type { Ask } from "../../src/sync/ask.ts";
import { enrolAt } from "../../src/sync/enrolment.ts";
import type { Reply } from "../../src/sync/outcome.ts";
import { answer } from "./replies.ts";
import { code, kept, losing, now, paperEndpoint, paperStore, tokenOf } from "./tablet-paper.ts";

function tablet(ask: Ask) {
  const { store, kept, fillUp } = paperStore();
  return { kept, fillUp, enrol: (typed = code) => enrolAt(typed, { ask, store, now: () => now }) };
}

describe("enrolling a tablet", () => {
  it("keeps what the endpoint says of the Connect point, and the token that the tablet made", async () => {
    const here = tablet(paperEndpoint().ask);
    expect(await here.enrol()).toEqual({ kind: "enrolled" });
    expect(here.kept()).toEqual({ ...kept, token: tokenOf("t"), contactAt: now });
  });

  it("F19: gets the same answer again when the first one was lost", async () => {
    const endpoint = paperEndpoint();
    let lost = 1;
    const here = tablet(losing(endpoint.ask, () => lost-- > 0));
    expect(await here.enrol()).toEqual({ kind: "unreachable" });
    expect(here.kept()).toBeNull();
    expect(await here.enrol()).toEqual({ kind: "enrolled" });
    expect(here.kept()?.token).toBe(endpoint.present());
  });

  it.each([
    ["wrongCode", "0000-0000-0000", null],
    ["usedCode", code, tokenOf("z")],
  ] as const)("says why a code was refused: %s", async (because, typed, present) => {
    const here = tablet(paperEndpoint(present).ask);
    expect(await here.enrol(typed)).toEqual({ kind: "refused", because });
    expect(here.kept()).toBeNull();
  });

  it("can be done again with the same code when the device had no room for it", async () => {
    const here = tablet(paperEndpoint().ask);
    here.fillUp();
    expect(await here.enrol()).toEqual({ kind: "full" });
    expect(here.kept()).toBeNull();
  });

  const portal = "<h1>Sign in to the WiFi</h1>";
  const enrolled = { version: 1, tablet: kept.tablet, point: kept.point };
  it.each<[string, Reply, string]>([
    ["no answer", { kind: "none" }, "unreachable"],
    ["F17: a captive portal", answer(200, portal), "unreachable"],
    ["F17: a captive portal that forbids", answer(403, portal), "unreachable"],
    ["F18: a proxy", answer(502, portal), "busy"],
    ["an endpoint that is asked too often", answer(429, { refusal: "tooMany" }), "busy"],
    ["an older endpoint", answer(404, { refusal: "notFound" }), "unreachable"],
    ["an answer with something more in it", answer(200, { ...enrolled, more: true }), "unreachable"],
    ["an answer with settings out of bounds", answer(200, { ...enrolled, point: { id: "x" } }), "unreachable"],
    ["a reason that we do not know", answer(403, { refusal: "badMood" }), "unreachable"],
  ])("enrols nobody on %s", async (_, reply, kind) => {
    const here = tablet(async () => reply);
    expect(await here.enrol()).toEqual({ kind });
    expect(here.kept()).toBeNull();
  });
});
