import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { readyOffline } from "./cold-visits.ts";
import { type Exchange, mostSideBySide } from "./exchanges.ts";
import type { Figure } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { networks } from "./line.ts";
import { newProfile, takePhone } from "./phone.ts";
import { putInOutbox, receivedInOutbox, sealedReports } from "./sealed-reports.ts";

const listPath = "/en-GB/reports/";
const listShown = { press: null, shows: "[data-list]" };
const slowerBy = 4;

/** Opens the list of sealed reports with many in it beside an empty one, with the network off. */
export async function listOpens(ground: Ground, rounds: number, reports: number): Promise<Figure[]> {
  const full = await outboxWith(ground, reports);
  const empty = await outboxWith(ground, 0);
  await ground.app.cut();
  const taken: { ours: number[]; plain: number[] } = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    taken.ours.push(await opened(ground, full));
    taken.plain.push(await opened(ground, empty));
  }
  await ground.app.mend();
  const about = `4x, no network: list with ${reports} sealed reports, beside our empty one`;
  return [{ about, unit: "ms", ...taken, goal: { ratio: 1.2 } }];
}

async function opened(ground: Ground, profile: string): Promise<number> {
  const phone = await takePhone(ground, profile, slowerBy, listShown);
  const { shownMs } = await phone.visit(`${ground.app.origin}${listPath}`);
  await phone.close();
  return shownMs;
}

/** Lets the network come back to an outbox full of reports and waits until all have their receipt. */
export async function drain(ground: Ground, rounds: number, reports: number): Promise<Figure[]> {
  const network = networks.slow4g;
  const runs: Drained[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await drained(ground, reports));
  const ideal = runs.map(({ upBytes }) => (upBytes * 8) / network.upBitsPerMs + 5 * network.roundTripMs);
  const of = (about: string, unit: Figure["unit"], value: (run: Drained) => number): Figure => ({
    about: `slow4g-4x: ${about}`,
    unit,
    ours: runs.map(value),
  });
  return [
    {
      ...of(`${reports} reports delivered, beside bytes ÷ uplink and five round trips`, "ms", (run) => run.ms),
      plain: ideal,
      goal: { ratio: 1.3 },
    },
    of("bytes of it", "kB", ({ upBytes }) => upBytes / 1000),
    of("requests side by side", "", (run) => run.sideBySide),
    { ...of("longest task in the page meanwhile", "ms", (run) => run.longestMs), goal: { atMost: 50 } },
    { ...of("reports without a receipt at the end", "", (run) => run.missing), goal: { atMost: 0 } },
  ];
}

interface Drained {
  readonly ms: number;
  readonly upBytes: number;
  readonly sideBySide: number;
  readonly longestMs: number;
  readonly missing: number;
}

async function drained(ground: Ground, reports: number): Promise<Drained> {
  const profile = await outboxWith(ground, reports);
  await ground.app.shape(networks.slow4g);
  await ground.app.tally();
  const phone = await takePhone(ground, profile, slowerBy, listShown);
  await phone.visit(`${ground.app.origin}${listPath}`);
  const deliveries: Exchange[] = [];
  for (let quietSeconds = 0; quietSeconds < 20; quietSeconds++) {
    await pause(1_000);
    const more = (await ground.app.tally()).filter(({ method }) => method === "PUT");
    if (more.some(({ answeredAt }) => answeredAt === null || answeredAt > Date.now() - 5_000)) quietSeconds = 0;
    deliveries.push(...more);
  }
  const { tasks } = await phone.work();
  const received = await phone.page.evaluate(receivedInOutbox);
  await phone.close();
  await ground.app.shape(null);
  const whole = onceEach(deliveries);
  return {
    ms: Math.max(...whole.map(({ doneAt }) => doneAt)) - Math.min(...whole.map(({ askedAt }) => askedAt)),
    upBytes: whole.reduce((sum, { up }) => sum + up, 0),
    sideBySide: mostSideBySide(whole),
    longestMs: Math.max(0, ...tasks.map(({ ms }) => ms)),
    missing: reports - received,
  };
}

/** One that was under way when it was asked for comes again when it is over. */
function onceEach(exchanges: readonly Exchange[]): readonly Exchange[] {
  return [...new Map(exchanges.map((exchange) => [`${exchange.path} ${exchange.askedAt}`, exchange])).values()];
}

/** A phone's memory after one visit, with so many sealed reports in it. */
async function outboxWith(ground: Ground, reports: number): Promise<string> {
  const profile = newProfile(ground);
  const phone = await takePhone(ground, profile, 1, listShown);
  await phone.visit(`${ground.app.origin}${listPath}`);
  await readyOffline(phone);
  await ground.app.cut();
  await phone.page.context().setOffline(true);
  for await (const some of sealedReports(ground.keysFile, reports, randomBytes)) {
    await phone.page.evaluate(putInOutbox, some);
  }
  await phone.close();
  await ground.app.mend();
  return profile;
}
