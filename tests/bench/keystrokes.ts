import { setTimeout as pause } from "node:timers/promises";
import { readyOffline, reportPath } from "./cold-visits.ts";
import type { Figure } from "./figures.ts";
import { goOnTo } from "./filling.ts";
import type { Ground } from "./ground.ts";
import { newProfile, type Phone, takePhone } from "./phone.ts";

const typed = "They followed me from the stop and shouted until I got home";
const betweenKeysMs = 80;
const slowerBy = 4;

/** What a keystroke costs the main thread while the draft is encrypted and kept behind it. */
export async function keystrokes(ground: Ground, rounds: number): Promise<Figure[]> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await inOurs(ground));
    plain.push(await inPlain(ground));
  }
  return [
    {
      about: "4x: work per keystroke in own words, kept and encrypted",
      unit: "ms",
      ours,
      plain,
      goal: { ratio: 1.15 },
    },
  ];
}

async function inOurs(ground: Ground): Promise<number> {
  const phone = await takePhone(ground, newProfile(ground), 1, null);
  await phone.page.goto(`${ground.app.origin}${reportPath}`);
  await readyOffline(phone);
  await goOnTo(phone.page, "ownWords");
  const cost = await costPerKey(phone, "textarea");
  const drafts = await phone.page.evaluate(draftsKept);
  if (drafts !== 1) throw new Error(`${drafts} drafts were kept while typing`);
  await phone.close();
  return cost;
}

async function inPlain(ground: Ground): Promise<number> {
  const phone = await takePhone(ground, newProfile(ground), 1, null);
  await phone.page.goto(`${ground.plain.origin}/words`);
  const cost = await costPerKey(phone, "textarea");
  await phone.close();
  return cost;
}

async function costPerKey(phone: Phone, field: string): Promise<number> {
  await phone.page.locator(field).focus();
  await phone.slowDown(slowerBy);
  await pause(1_000);
  const before = await phone.workedMs();
  for (const key of typed) {
    const code = key === " " ? "Space" : `Key${key.toUpperCase()}`;
    await phone.cdp.send("Input.dispatchKeyEvent", { type: "keyDown", text: key, key, code });
    await phone.cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key, code });
    await pause(betweenKeysMs);
  }
  await pause(1_000); // what is kept after the last key belongs to it
  return ((await phone.workedMs()) - before) / typed.length;
}

function draftsKept(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("notes");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const count = opening.result.transaction("drafts").objectStore("drafts").count();
      count.onsuccess = () => resolve(count.result);
    };
  });
}
