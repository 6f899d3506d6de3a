import type { Expectations, Reply } from "../../src/sync/outcome.ts";
import type { Receipt } from "../../src/wire/receipt.ts";

export type Answer = Extract<Reply, { kind: "answered" }>;

export const submission = "0123456789abcdef0123456789abcdef";
export const letters = [
  { organisation: "police", digest: "a".repeat(64) },
  { organisation: "council", digest: "b".repeat(64) },
];

/** Signed, as far as `expected` is concerned. */
export const goodSignature = `${"A".repeat(86)}==`;

export const receipt: Receipt = {
  claim: { version: 1, submission, letters, receivedAt: "2026-11-23T10:00:00Z" },
  signature: goodSignature,
};

export const expected: Expectations = {
  submission,
  letters,
  verified: true,
};

export function answer(status: number, body?: unknown, headers: Partial<Answer> = {}): Answer {
  return { kind: "answered", status, body, retryAfter: null, date: null, ...headers };
}

export const circumstances = { attempt: 0, chance: 0.5, now: Date.parse("2026-11-23T10:00:00Z") };
