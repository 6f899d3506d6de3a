import { beforeAll, describe, expect, it } from "vitest";
import { opened } from "../../src/desk/opening.ts";
import { digestOf } from "../../src/sealing/seal.ts";
import { type KeyPair, organisationKeys } from "../sealing/keys.ts";
import { type Arrived, arrived, letterOf, listed, submissionOf } from "./letters.ts";

let keys: readonly [KeyPair, KeyPair];
let others: readonly [KeyPair, KeyPair];
const id = submissionOf(1);
const letter = letterOf({ submission: id });
const text = JSON.stringify(letter);

beforeAll(async () => {
  keys = await organisationKeys();
  others = await organisationKeys();
});

const opening = ({ waiting, bytes }: Arrived, identity = keys[0].identity) => opened(bytes, waiting, identity);

/** Bytes that the endpoint itself holds like this, so that only the seal can tell. */
async function held(bytes: Uint8Array<ArrayBuffer>): Promise<Arrived> {
  return listed(id, 1, bytes, await digestOf(bytes));
}

describe("a letter on the desk (F38)", () => {
  it("is read with the key in use and with the offline copy", async () => {
    const whole = await arrived(id, 1, text, keys);
    for (const { identity } of keys) expect(await opening(whole, identity)).toMatchObject({ kind: "read", letter });
  });

  it("says so when it was sealed to other keys", async () => {
    const foreign = await arrived(id, 1, text, others);
    expect(await opening(foreign)).toMatchObject({ kind: "broken", because: "wrongKey" });
  });

  it("is damaged wherever it was cut short, and nothing of it is given out", async () => {
    const { bytes } = await arrived(id, 1, text, keys);
    for (const length of [0, 1, 30, 200, bytes.length - 4_000, bytes.length - 1]) {
      const outcome = await opening(await held(bytes.slice(0, length)));
      expect(outcome).toMatchObject({ kind: "broken" });
      expect(outcome).not.toHaveProperty("letter");
    }
  });

  it("does not open with any one bit flipped", async () => {
    const { bytes } = await arrived(id, 1, text, keys);
    for (let at = 3; at < bytes.length; at += 37) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      expect(await opening(await held(flipped))).toMatchObject({ kind: "broken" });
    }
  });

  it("is damaged when its bytes are not those that the list named, even if they open", async () => {
    const mine = await arrived(id, 1, text, keys);
    const other = await arrived(id, 1, text, keys);
    expect(await opening({ ...mine, bytes: other.bytes })).toMatchObject({ kind: "broken", because: "damaged" });
  });

  it.each([
    ["no JSON", "hello"],
    ["another thing in JSON", '{"format":"something"}'],
    ["a letter of a later version", JSON.stringify({ ...letter, version: 2 })],
    ["a letter with something extra", JSON.stringify({ ...letter, script: "x" })],
    ["no UTF-8", "\uFFFD"],
  ])("is not a letter when it opens and holds %s", async (_, inside) => {
    const outcome = await opening(await arrived(id, 1, inside, keys));
    expect(outcome).toMatchObject({ kind: "broken", because: "notALetter" });
  });

  it("is misplaced when it belongs to another submission or another organisation than the endpoint said", async () => {
    const elsewhere = JSON.stringify(letterOf({ submission: submissionOf(2) }));
    const otherwise = JSON.stringify(letterOf({ submission: id, organisation: "council" }));
    for (const inside of [elsewhere, otherwise]) {
      expect(await opening(await arrived(id, 1, inside, keys))).toMatchObject({ kind: "broken", because: "misplaced" });
    }
  });
});
