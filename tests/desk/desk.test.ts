import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Acts, type Means, putUp } from "../../src/desk/desk.ts";
import type { Desk } from "../../src/desk/lock.ts";
import type { IdentityFile } from "../../src/desk/remembered-identity.ts";
import { type KeyPair, organisationKeys } from "../sealing/keys.ts";
import { FakeLetterbox, session } from "./fake-letterbox.ts";
import { type Arrived, arrived, letterOf, submissionOf } from "./letters.ts";

let keys: readonly [KeyPair, KeyPair];
let letters: readonly Arrived[];
const file: IdentityFile = { name: "police.identity.age", bytes: new Uint8Array([1]) };
const [first, second, third] = [submissionOf(1), submissionOf(2), submissionOf(3)] as const;

beforeAll(async () => {
  keys = await organisationKeys();
  const whole = (submission: string, cursor: number) =>
    arrived(submission, cursor, JSON.stringify(letterOf({ submission })), keys);
  const others = await organisationKeys();
  letters = [await whole(first, 1), await arrived(second, 2, "foreign", others), await whole(third, 3)];
});

let box: FakeLetterbox;
let shown: Desk[];
let acts: Acts;
let now: number;
let kept: IdentityFile[];

beforeEach(() => {
  box = new FakeLetterbox();
  box.letterboxed.push(...letters);
  box.recipients = keys.map(({ recipient }) => recipient);
  shown = [{ kind: "starting" }];
  now = Date.parse("2026-11-21T12:00:00Z");
  kept = [];
  acts = putUp(means());
});

function means(): Means {
  return {
    letterbox: box,
    remembered: { read: () => null, keep: (one) => kept.push(one) > 0, forget: () => kept.splice(0) },
    unlock: async (_, passphrase) =>
      passphrase === "open sesame" ? { kind: "unlocked", ...keys[0] } : { kind: "wrongPassphrase" },
    now: () => now,
    show: (desk) => shown.push(desk),
  };
}

const desk = (): Desk => shown.at(-1) ?? { kind: "starting" };
const open = () => {
  const state = desk();
  if (state.kind !== "open") throw new Error(`the desk is ${state.kind}`);
  return state;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function opened(): Promise<void> {
  await acts.begin();
  await acts.unlock(file, "open sesame", false);
  await settled();
}

const everything = (): string => JSON.stringify(desk(), (_, value) => (value instanceof Map ? [...value] : value));

describe("coming to the desk", () => {
  it("asks who you are when nobody is signed in", async () => {
    box.signedIn = false;
    await acts.begin();
    expect(desk()).toEqual({ kind: "signedOut", because: "notYet" });
  });

  it("goes on with a session that lives, but locked: the identity outlives no page", async () => {
    await acts.begin();
    expect(desk()).toEqual({ kind: "locked", session, because: "justSignedIn" });
  });

  it("says why signing in failed and stays where it was", async () => {
    expect(await acts.signIn({ name: "a.khan", passphrase: "wrong" })).toBe("notAllowed");
    box.failing = "noNetwork";
    expect(await acts.signIn({ name: "a.khan", passphrase: "right" })).toBe("noNetwork");
    expect(desk().kind).toBe("starting");
  });

  it("stays locked with a wrong passphrase for the identity", async () => {
    await acts.begin();
    expect(await acts.unlock(file, "guess", true)).toBe("wrongPassphrase");
    expect(desk().kind).toBe("locked");
    expect(kept).toEqual([]);
  });

  it("remembers the identity file only when asked, and only one that opened", async () => {
    await opened();
    expect(kept).toEqual([]);
    acts.lock("asked");
    await acts.unlock(file, "open sesame", true);
    expect(kept).toEqual([file]);
  });
});

describe("an open desk", () => {
  it("lists every page of letters, newest first, and knows the organisation's keys", async () => {
    await opened();
    expect(open().letters.map(({ submission }) => submission)).toEqual([third, second, first]);
    expect(open().pinned).toEqual(box.recipients);
  });

  it("opens a letter and tells the endpoint that it is held, once", async () => {
    await opened();
    await acts.choose(first);
    await acts.choose(first);
    expect(open().opened.get(first)).toMatchObject({ kind: "read" });
    expect(open().letters.at(-1)?.acknowledgedAt).toBe("2026-11-21T12:00:00.000Z");
    expect(box.acknowledged).toEqual([first]);
  });

  it("leaves a letter new that it cannot read, while the others open (F38)", async () => {
    await opened();
    for (const submission of [second, third, first]) await acts.choose(submission);
    expect([...open().opened.values()].map(({ kind }) => kind)).toEqual(["broken", "read", "read"]);
    expect(box.acknowledged).toEqual([third, first]);
  });

  it("keeps a letter readable when the network fails before it was acknowledged, and tells the endpoint later", async () => {
    await opened();
    box.acknowledge = async () => ({ kind: "failed", because: "noNetwork" });
    await acts.choose(first);
    expect(open().opened.get(first)?.kind).toBe("read");
    expect(open().letters.at(-1)?.acknowledgedAt).toBeNull();
    box.acknowledge = FakeLetterbox.prototype.acknowledge.bind(box);
    await acts.choose(first);
    expect(box.acknowledged).toEqual([first]);
  });

  it("says that a letter could not be fetched and fetches it when asked again", async () => {
    await opened();
    box.failing = "noNetwork";
    await acts.choose(first);
    expect(open().opened.get(first)).toEqual({ kind: "notFetched", because: "noNetwork" });
    box.failing = null;
    await acts.choose(first);
    expect(open().opened.get(first)?.kind).toBe("read");
  });

  it("fetches a letter anew that was damaged on its way", async () => {
    await opened();
    box.letter = async () => ({ kind: "got", got: new Uint8Array([1]) });
    await acts.choose(first);
    expect(open().opened.get(first)).toMatchObject({ kind: "broken", because: "damaged" });
    box.letter = FakeLetterbox.prototype.letter.bind(box);
    await acts.choose(first);
    expect(open().opened.get(first)?.kind).toBe("read");
  });

  it("finds only what is new when it looks again, and loses nothing of the list when it cannot", async () => {
    await opened();
    const newer = await arrived(submissionOf(4), 4, "x", keys);
    box.letterboxed.push(newer);
    await acts.look();
    expect(open().letters[0]).toEqual(newer.waiting);
    box.failing = "busy";
    await acts.refresh();
    expect(open().letters).toHaveLength(4);
    expect(open().listing).toBe("busy");
  });

  it("ends when the session has ended, with nothing left of any letter", async () => {
    await opened();
    await acts.choose(first);
    box.signedIn = false;
    await acts.refresh();
    expect(desk()).toEqual({ kind: "signedOut", because: "ended" });
  });
});

describe("a lock", () => {
  it("drops the identity and every opened word before it returns", async () => {
    await opened();
    await acts.choose(first);
    expect(everything()).toContain("sparrow");
    acts.lock("left");
    expect(desk()).toEqual({ kind: "locked", session, because: "left" });
    expect(everything()).not.toContain("AGE-SECRET");
  });

  it("comes by itself after five minutes, with a warning after four that a touch takes back", async () => {
    await opened();
    now += 4 * 60_000;
    acts.tick();
    expect(open().idling).toBe(true);
    acts.touched();
    expect(open().idling).toBe(false);
    now += 5 * 60_000;
    acts.tick();
    expect(desk()).toEqual({ kind: "locked", session, because: "idle" });
  });

  it("keeps out a letter that arrives after it, also when the desk was opened again meanwhile", async () => {
    await opened();
    const late: (() => void)[] = [];
    box.letter = async (submission) => {
      await new Promise<void>((resolve) => late.push(resolve));
      return FakeLetterbox.prototype.letter.call(box, submission);
    };
    const waiting = acts.choose(first);
    acts.lock("asked");
    await acts.unlock(file, "open sesame", false);
    late.forEach((go) => void go());
    await waiting;
    expect(open().opened.size).toBe(0);
    expect(everything()).not.toContain("sparrow");
  });

  it("is not undone by an unlocking that ends after signing out", async () => {
    await acts.begin();
    const unlocking = acts.unlock(file, "open sesame", false);
    await acts.signOut();
    await unlocking;
    expect(desk()).toEqual({ kind: "signedOut", because: "asked" });
  });
});

describe("signing out", () => {
  it("closes the letters at once, and says so when the server could not be told", async () => {
    await opened();
    box.failing = "noNetwork";
    const leaving = acts.signOut();
    expect(desk()).toEqual({ kind: "signedOut", because: "asked" });
    await leaving;
    expect(desk()).toEqual({ kind: "signedOut", because: "notTold" });
  });

  it("comes by itself when the session's time is over", async () => {
    await opened();
    now = Date.parse(session.endsAt);
    acts.tick();
    expect(desk()).toEqual({ kind: "signedOut", because: "ended" });
  });
});
