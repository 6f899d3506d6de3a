import { setTimeout as pause } from "node:timers/promises";
import type { Exchange } from "./exchanges.ts";
import type { Figure } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { networks } from "./line.ts";
import { newProfile, type Phone, takePhone, type Visit } from "./phone.ts";
import type { Deed } from "./watching.ts";

export const reportPath = "/en-GB/report/";

/** "Yes" to the first question opens the numbers to call. */
export const firstAnswer = {
  ours: { press: "input[name=danger][value=yes]", shows: "form[data-q=danger] .help-now" },
  plain: { press: "input[name=danger][value='0']", shows: "#help" },
} satisfies Record<string, Deed>;

const secondQuestion = {
  ours: { press: "form[data-q=danger] [data-continue]", shows: "form[data-q=keepDraft] [data-continue]" },
  plain: { press: "#continue", shows: "#second" },
} satisfies Record<string, Deed>;

const conditions = [
  { name: "slow4g-4x", network: networks.slow4g, slowerBy: 4, blockingAtMost: 100, longestAtMost: 80 },
  { name: "slow3g-6x", network: networks.slow3g, slowerBy: 6, blockingAtMost: 200, longestAtMost: 130 },
] as const;

interface Cold extends Visit {
  readonly blockingMs: number;
  readonly longestMs: number;
  readonly shift: number;
  readonly exchanges: readonly Exchange[];
}

/** A first visit on a slow network: how soon an answer counts, how soon there is a second question, and at what cost. */
export async function coldVisits(ground: Ground, rounds: number): Promise<{ figures: Figure[]; loads: Exchange[][] }> {
  const figures: Figure[] = [];
  const loads: Exchange[][] = [];
  for (const { name, network, slowerBy, blockingAtMost, longestAtMost } of conditions) {
    await Promise.all([ground.app.shape(network), ground.plain.shape(network)]);
    const taken: Record<"answer" | "plainAnswer" | "next" | "plainNext", Cold[]> = {
      answer: [],
      plainAnswer: [],
      next: [],
      plainNext: [],
    };
    for (let round = 0; round < rounds; round++) {
      taken.answer.push(await ours(ground, slowerBy, firstAnswer.ours));
      taken.plainAnswer.push(await plain(ground, slowerBy, firstAnswer.plain));
      taken.next.push(await ours(ground, slowerBy, secondQuestion.ours));
      taken.plainNext.push(await plain(ground, slowerBy, secondQuestion.plain));
    }
    const shown = (visits: readonly Cold[]) => visits.map(({ shownMs }) => shownMs);
    const load = [...taken.answer, ...taken.next];
    figures.push(
      {
        about: `${name}: first answer processed`,
        unit: "ms",
        ours: shown(taken.answer),
        plain: shown(taken.plainAnswer),
        goal: { ratio: 1.15 },
      },
      {
        about: `${name}: second question reached, pressed at once`,
        unit: "ms",
        ours: shown(taken.next),
        plain: shown(taken.plainNext),
      },
      of("blocking time until ready offline", "ms", load, (visit) => visit.blockingMs, blockingAtMost),
      of("longest task until ready offline", "ms", load, (visit) => visit.longestMs, longestAtMost),
      of("layout shift", "", load, (visit) => visit.shift, 0.01),
    );
    loads.push(...load.map(({ exchanges }) => [...exchanges]));
    function of(about: string, unit: Figure["unit"], visits: Cold[], value: (visit: Cold) => number, atMost: number) {
      return { about: `${name}: ${about}`, unit, ours: visits.map(value), goal: { atMost } } satisfies Figure;
    }
  }
  await Promise.all([ground.app.shape(null), ground.plain.shape(null)]);
  return { figures, loads };
}

async function ours(ground: Ground, slowerBy: number, deed: Deed): Promise<Cold> {
  await ground.app.tally();
  const phone = await takePhone(ground, newProfile(ground), slowerBy, deed);
  const visit = await phone.visit(`${ground.app.origin}${reportPath}`);
  await readyOffline(phone);
  const cold = { ...visit, ...(await costOf(phone)), exchanges: await ground.app.tally() };
  await phone.close();
  return cold;
}

async function plain(ground: Ground, slowerBy: number, deed: Deed): Promise<Cold> {
  const phone = await takePhone(ground, newProfile(ground), slowerBy, deed);
  const visit = await phone.visit(`${ground.plain.origin}/first`);
  const cold = { ...visit, ...(await costOf(phone)), exchanges: await ground.plain.tally() };
  await phone.close();
  return cold;
}

/** Until the app says that it works with no internet, and a moment of rest after that. */
export async function readyOffline(phone: Phone): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await phone.look("document.getElementById('about-app')?.textContent !== ''")) return pause(700);
    await pause(450);
  }
  throw new Error("the app did not become ready to work with no internet");
}

async function costOf(phone: Phone): Promise<Pick<Cold, "blockingMs" | "longestMs" | "shift">> {
  const { tasks, shift } = await phone.work();
  return {
    blockingMs: tasks.reduce((sum, { ms }) => sum + Math.max(0, ms - 50), 0),
    longestMs: Math.max(0, ...tasks.map(({ ms }) => ms)),
    shift,
  };
}
