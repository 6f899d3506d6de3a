import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { thisBrowser } from "../../src/storage/this-browser.ts";
import { device, everything, rawDatabase, rowsOf, stored, written } from "./device.ts";
import { textStore } from "./text-store.ts";

let phone: Awaited<ReturnType<typeof device>>;
beforeEach(async () => {
  phone = await device({ locks: navigator.locks });
});
afterEach(() => phone.putAway());

/** Reads all that lies anywhere on this device as text, in every way a plaintext could be lying there. */
async function allThatIsStored(): Promise<string> {
  const decode = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
  const shown = JSON.stringify([...(await everything())], (_key, value) =>
    value instanceof Uint8Array ? decode(value) : value,
  );
  const stores = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, [...phone.local.texts]]);
  const caches = await Promise.all(
    (await window.caches.keys()).map(async (name) => (await window.caches.open(name)).keys()),
  );
  return shown + stores + caches.flat().map(({ url }) => url) + location.href + document.title;
}

describe("a draft on the device", () => {
  it("F46: holds no word that was typed, anywhere, from the first keystroke", async () => {
    const { storage } = await phone.openTab();
    const draft = await written(storage, '{"words":"h"}');
    for (const text of ['{"words":"heronsbill"}', '{"words":"heronsbill marmalade"}'])
      await storage.drafts.save(draft, text);
    await storage.vault.keep("zebrafish under the table");
    await storage.drafts.save(draft, '{"words":"heronsbill marmalade quicksilver"}');
    const stored = await allThatIsStored();
    expect(stored).toContain(draft); // we looked in the right place
    for (const word of ["heronsbill", "marmalade", "quicksilver", "zebrafish", "words"]) {
      expect(stored).not.toContain(word);
      expect(stored).not.toContain(btoa(word).slice(0, -3));
    }
  });

  it("F1: is there again after the tab was killed and opened again", async () => {
    const killed = await phone.openTab();
    const draft = await written(killed.storage, "half a report");
    killed.storage.close(); // the browser does this, and takes back the lock, when the tab dies
    killed.storage.vault.lock();
    const again = await phone.openTab(killed.session, { locks: null });
    expect(await again.storage.drafts.summary()).toMatchObject({ kind: "open", id: draft, kept: false });
    expect(await again.storage.drafts.open(draft)).toEqual({ kind: "opened", text: "half a report" });
  });

  it("ends with its tab: another tab knows nothing of it", async () => {
    const first = await phone.openTab();
    const draft = await written(first.storage, "half a report");
    const other = await phone.openTab();
    expect(await other.storage.drafts.summary()).toEqual({ kind: "none" });
    expect((await other.storage.drafts.open(draft)).kind).not.toBe("opened");
  });

  it("comes back exactly as it was written, in any script and length", async () => {
    const { storage } = await phone.openTab();
    for (const text of ["", "\u0000", "مرحبا \u202e 🙁", "x".repeat(1_000_000), '{"a":"\\ud800"}']) {
      const draft = await written(storage, text);
      expect(await storage.drafts.open(draft)).toEqual({ kind: "opened", text });
    }
  });

  it("does not open when somebody put older or other bytes in its place", async () => {
    const { storage } = await phone.openTab();
    const draft = await written(storage, "the first words");
    const database = await rawDatabase();
    const [older] = (await rowsOf(database, "drafts")) as { sealedText: Uint8Array; sequence: number }[];
    await storage.drafts.save(draft, "the second words");
    const [newer] = (await rowsOf(database, "drafts")) as object[];
    const transaction = database.transaction("drafts", "readwrite");
    transaction.objectStore("drafts").put({ ...newer, sealedText: older?.sealedText });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
    expect(await storage.drafts.open(draft)).toEqual({ kind: "broken" });
  });

  it("tells nothing exact about its length", async () => {
    const { storage } = await phone.openTab();
    const sizes = new Set<number>();
    const database = await rawDatabase();
    const draft = await written(storage, "");
    for (const length of [1, 10, 100, 900]) {
      await storage.drafts.save(draft, "x".repeat(length));
      const [row] = (await rowsOf(database, "drafts")) as { sealedText: Uint8Array }[];
      sizes.add(row?.sealedText.length ?? 0);
    }
    database.close();
    expect(sizes.size).toBe(1);
  });

  it("is gone when it was discarded", async () => {
    const { storage } = await phone.openTab();
    const draft = await written(storage, "half a report");
    await storage.drafts.discard(draft);
    expect(await storage.drafts.open(draft)).toEqual({ kind: "gone" });
    expect(await storage.drafts.save(draft, "more")).toEqual({ kind: "gone" });
    expect(await stored("drafts")).toEqual([]);
  });

  it("clears away what ended tabs left behind, but not the newest of it, which may come back with a crashed tab", async () => {
    for (let tab = 0; tab < 6; tab++) {
      phone.now.ms += 1_000;
      await written((await phone.openTab(textStore(), { locks: null })).storage, `tab ${tab}`);
    }
    expect((await stored("drafts")).length).toBe(4);
  });
});

describe("one draft in two windows", () => {
  it("tells the second window that the first one has it, and lets it in when the first is done", async () => {
    const first = await phone.openTab();
    const draft = await written(first.storage, "half a report");
    const second = await phone.openTab(first.session);
    expect(await second.storage.drafts.open(draft)).toEqual({ kind: "elsewhere" });
    await first.storage.vault.keep("plum ladder seven");
    expect(await first.storage.drafts.save(draft, "still mine")).toMatchObject({ kind: "saved" });
  });

  it("does the same by a lease where the browser has no Web Locks, and F34 believes no lease from another clock", async () => {
    const original = textStore();
    const first = await phone.openTab(original, { locks: null });
    const draft = await written(first.storage, "half a report");
    const copied = textStore();
    for (const [name, text] of original.texts) if (name !== "tab") copied.setItem(name, text);
    const second = await phone.openTab(copied, { locks: null });
    expect(await second.storage.drafts.open(draft)).toEqual({ kind: "elsewhere" });
    phone.now.ms -= 10 * 365 * 24 * 3_600_000;
    expect((await second.storage.drafts.open(draft)).kind).toBe("opened");
  });

  it("never lets an older window write over a newer text", async () => {
    const first = await phone.openTab(textStore(), { locks: null });
    const draft = await written(first.storage, "first");
    const second = await phone.openTab(first.session, { locks: null });
    expect((await second.storage.drafts.open(draft)).kind).toBe("opened");
    expect(await second.storage.drafts.save(draft, "second")).toMatchObject({ kind: "saved" });
    expect(await first.storage.drafts.save(draft, "first again")).toEqual({ kind: "elsewhere" });
    expect(await second.storage.drafts.open(draft)).toEqual({ kind: "opened", text: "second" });
  });
});

describe("with the real Argon2id", () => {
  it("keeps and unlocks with progress, and gives the page its turns meanwhile", async () => {
    const { storage } = await phone.openTab();
    const draft = await written(storage, "half a report");
    const progress: number[] = [];
    let drawn = 0;
    let watching = requestAnimationFrame(function draw() {
      drawn++;
      watching = requestAnimationFrame(draw);
    });
    expect(await storage.vault.keep("plum ladder seven", (fraction) => progress.push(fraction))).toEqual({
      kind: "kept",
    });
    cancelAnimationFrame(watching);
    expect(drawn).toBeGreaterThan(2);
    expect(progress.at(-1)).toBe(1);
    storage.vault.lock();
    expect(await storage.vault.unlock("plum ladder six")).toMatchObject({ kind: "wrongPassphrase" });
    expect(await storage.vault.unlock("plum ladder seven")).toEqual({ kind: "unlocked" });
    expect(await storage.drafts.open(draft)).toEqual({ kind: "opened", text: "half a report" });
  });
});

it("finds all it needs in this browser", () => {
  const { factory, session, local, locks, channel } = thisBrowser();
  for (const found of [factory, session, local, locks, channel]) expect(found).not.toBeNull();
  channel?.close();
});
