import { readyOffline, reportPath } from "./cold-visits.ts";
import type { Figure } from "./figures.ts";
import { fillIn, type Manner } from "./filling.ts";
import type { Ground } from "./ground.ts";
import { networks } from "./line.ts";
import { inTime, newProfile, type Phone, takePhone } from "./phone.ts";

const shortReport: Manner = { depth: "short", organisations: ["police"], characters: 600 };
const fullReport: Manner = {
  depth: "full",
  organisations: ["police", "victimsFirst", "council"],
  characters: 2_500,
};

interface Sent {
  readonly savedMs: number;
  readonly longestMs: number;
  readonly letterBytes: number;
}

/** From the press of "Send" with the network off to the reference, and what the page went through meanwhile. */
export async function sending(ground: Ground, rounds: number): Promise<Figure[]> {
  const short: Sent[] = [];
  const full: Sent[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round++) {
    short.push(await sentOffline(ground, shortReport, 4));
    plain.push(await sentPlainly(ground, 4));
    full.push(await sentOffline(ground, fullReport, 6));
  }
  const saved = (sent: readonly Sent[]) => sent.map(({ savedMs }) => savedMs);
  const longest = (sent: readonly Sent[]) => sent.map(({ longestMs }) => longestMs);
  const kB = (sent: readonly Sent[]) => sent.map(({ letterBytes }) => letterBytes / 1000);
  return [
    { about: "4x, no network: short report for one, Send until saved", unit: "ms", ours: saved(short), plain },
    { about: "4x, no network: longest task meanwhile", unit: "ms", ours: longest(short) },
    { about: "size of its letter", unit: "kB", ours: kB(short) },
    {
      about: "6x, no network: full report for three, Send until saved",
      unit: "ms",
      ours: saved(full),
      goal: { atMost: 1_000 },
    },
    { about: "6x, no network: longest task meanwhile", unit: "ms", ours: longest(full) },
    { about: "size of its three letters", unit: "kB", ours: kB(full) },
  ];
}

async function sentOffline(ground: Ground, manner: Manner, slowerBy: number): Promise<Sent> {
  const phone = await takePhone(ground, newProfile(ground), 1, { press: null, shows: "[data-reference]" });
  await phone.page.goto(`${ground.app.origin}${reportPath}`);
  await readyOffline(phone);
  await ground.app.cut();
  await phone.page.context().setOffline(true);
  await fillIn(phone.page, manner);
  await phone.slowDown(slowerBy);
  const before = (await phone.work()).tasks.length;
  const savedMs = await fromPressUntilShown(phone, "[data-send]");
  const { tasks } = await phone.work();
  const letterBytes = await phone.page.evaluate(bytesInOutbox);
  await phone.close();
  await ground.app.mend();
  return { savedMs, longestMs: Math.max(0, ...tasks.slice(before).map(({ ms }) => ms)), letterBytes };
}

/** A form can only be sent with a network: the round trips are what the app saves the person. */
async function sentPlainly(ground: Ground, slowerBy: number): Promise<number> {
  const phone = await takePhone(ground, newProfile(ground), 1, { press: null, shows: "#saved" });
  await phone.page.goto(`${ground.plain.origin}/words`);
  await phone.page.locator("textarea").fill("They came back in the evening.");
  await ground.plain.shape(networks.slow4g);
  await phone.slowDown(slowerBy);
  const ms = await fromPressUntilShown(phone, "button");
  await ground.plain.shape(null);
  await phone.close();
  return ms;
}

/** Presses and waits for what the deed shows, in ms by the page's own clock. */
async function fromPressUntilShown(phone: Phone, press: string): Promise<number> {
  const button = phone.page.locator(press);
  await button.evaluate((element) => element.scrollIntoView({ block: "center" })); // not beneath the bar at the bottom
  const box = await button.boundingBox();
  if (!box) throw new Error(`${press} is not on the page`);
  const told = Promise.all([phone.told("pressed"), phone.told("shown")]);
  await phone.touch({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const [pressed, shown] = await inTime(told, `"${press}" was pressed, and nothing came`);
  return shown.at - pressed.at;
}

function bytesInOutbox(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("notes");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction("letters").objectStore("letters").getAll();
      all.onsuccess = () => resolve(all.result.reduce((sum, { bytes }) => sum + bytes.length, 0));
    };
  });
}
