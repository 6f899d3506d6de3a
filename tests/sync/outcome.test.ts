import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HeldReason, nextStep, type Reply, receiptIn, type WaitingReason } from "../../src/sync/outcome.ts";
import type { ReceiptClaim } from "../../src/wire/receipt.ts";
import { answer, circumstances, expected, goodSignature, letters, receipt } from "./replies.ts";

/** Receipts verify when they carry the one good signature. */
function step(reply: Reply, attempt = 0) {
  const verified = receiptIn(reply)?.signature === goodSignature;
  return nextStep(reply, { ...expected, verified }, { ...circumstances, attempt });
}
const told = (status: number, refusal: string) => answer(status, { refusal });

describe("a report that was sent", () => {
  it("is received when the endpoint's receipt for exactly these letters verifies", () => {
    expect(step(answer(200, receipt))).toEqual({ kind: "received", receipt });
    const turned = { ...receipt, claim: { ...receipt.claim, letters: [...letters].reverse() } };
    expect(step(answer(200, turned)).kind).toBe("received");
  });

  it("F19: is received as well when only the second answer arrives", () => {
    expect(step({ kind: "none" })).toMatchObject({ kind: "waiting", because: "unreachable", attempt: 1 });
    expect(step(answer(200, receipt), 1)).toEqual({ kind: "received", receipt });
  });

  it("F28: is not delivered when the receipt is forged, for other letters, or for another report", () => {
    const claims: Partial<ReceiptClaim>[] = [
      { submission: "f".repeat(32) },
      { letters: letters.slice(0, 1) },
      { letters: [...letters, { organisation: "victimsFirst", digest: "c".repeat(64) }] },
      { letters: letters.map((letter) => ({ ...letter, digest: "c".repeat(64) })) },
      { letters: [letters[0], letters[0]].filter((letter) => letter !== undefined) },
    ];
    for (const claim of claims) {
      const other = { claim: { ...receipt.claim, ...claim }, signature: goodSignature };
      expect(step(answer(200, other))).toMatchObject({ kind: "waiting", because: "badReceipt" });
    }
    for (const forged of [
      { ...receipt, signature: `${"B".repeat(86)}==` },
      { ...receipt, signature: "" },
      { claim: 1, signature: 2 },
    ]) {
      expect(step(answer(200, forged))).toMatchObject({ kind: "waiting", because: "badReceipt" });
    }
  });

  const waits: [string, Reply, WaitingReason][] = [
    ["F17: keeps the report when a captive portal answers 200 with a web page", answer(200), "notTheEndpoint"],
    ["F17: keeps the report when something answers 200 with other JSON", answer(200, { ok: true }), "notTheEndpoint"],
    ["waits when there is no network", { kind: "none" }, "unreachable"],
    ["F18: waits for a 502 with a web page", answer(502), "busy"],
    ["F18: waits for a 503 in the endpoint's own words", told(503, "busy"), "busy"],
    ["F18: waits for a 504", answer(504), "busy"],
    ["waits for a 500", answer(500), "busy"],
    ["F27: waits when there were too many", told(429, "tooMany"), "tooMany"],
    ["F27: waits for a 429 without a reason", answer(429), "tooMany"],
    ["F24: waits when somebody else is sending the same", answer(409), "busy"],
    ["waits when the endpoint is not at this address", told(404, "notFound"), "notTheEndpoint"],
    ["waits when a proxy refuses with a web page", answer(403), "notTheEndpoint"],
  ];
  for (const [title, reply, because] of waits) {
    it(title, () => expect(step(reply)).toMatchObject({ kind: "waiting", because, attempt: 1 }));
  }

  const holds: [string, Reply, HeldReason][] = [
    ["F23: is held when its id is known with other bytes", told(422, "differentBytes"), "differentBytes"],
    ["F25: is held when it is malformed", told(400, "malformed"), "malformed"],
    ["F25: is held when it is too large", told(413, "tooLarge"), "tooLarge"],
    ["F25: is held when a proxy says without words that it is too large", answer(413), "tooLarge"],
    ["F25: is held when its kind is not supported", answer(415), "unsupported"],
    ["F26: is held when this tablet may not send any more", told(401, "notAllowed"), "notAllowed"],
    ["F26: is held when sending is forbidden", told(403, "notAllowed"), "notAllowed"],
    [
      "is held when the endpoint does not serve the organisation",
      told(422, "unknownOrganisation"),
      "unknownOrganisation",
    ],
  ];
  for (const [title, reply, because] of holds) {
    it(title, () => expect(step(reply)).toEqual({ kind: "held", because }));
  }

  it("F25: is held, not tried for ever, when the same wordless refusal comes six times", () => {
    for (const [status, because] of [
      [400, "malformed"],
      [401, "notAllowed"],
      [403, "notAllowed"],
    ] as const) {
      expect(step(answer(status), 4).kind).toBe("waiting");
      expect(step(answer(status), 5)).toEqual({ kind: "held", because });
    }
  });
});

describe("whatever comes back", () => {
  const anyReply: fc.Arbitrary<Reply> = fc.oneof(
    fc.constant<Reply>({ kind: "none" }),
    fc.record({
      kind: fc.constant("answered" as const),
      status: fc.integer({ min: 100, max: 599 }),
      body: fc.oneof(
        fc.anything(),
        fc.record({ refusal: fc.string() }),
        fc.constant({ ...receipt, signature: "forged" }),
      ),
      retryAfter: fc.option(fc.string()),
      date: fc.option(fc.string()),
    }),
  );
  const anyTime = fc.integer({ min: Date.parse("1990-01-01"), max: Date.parse("2100-01-01") });

  it("never counts a report as received without the right receipt, and always comes to an answer", () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(anyReply, fc.nat(100), chance, anyTime, (reply, attempt, chance, now) => {
        const next = nextStep(reply, { ...expected, verified: false }, { attempt, chance, now });
        expect(next.kind).not.toBe("received");
        if (next.kind !== "waiting") return;
        expect(next.attempt).toBe(attempt + 1);
        expect(next.dueAt - now).toBeGreaterThanOrEqual(1_000);
        expect(next.dueAt - now).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});
