import { firstAnswer, readyOffline, reportPath } from "./cold-visits.ts";
import type { Figure } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { type Line, networks } from "./line.ts";
import { newProfile, takePhone } from "./phone.ts";
import type { Deed } from "./watching.ts";

const conditions = [
  { name: "slow4g-4x", network: networks.slow4g, slowerBy: 4 },
  { name: "slow3g-6x", network: networks.slow3g, slowerBy: 6 },
] as const;

/** The day after, with a network and without: the browser starts anew over what it kept. */
export async function laterVisits(ground: Ground, rounds: number): Promise<Figure[]> {
  const ours = await keptBy(ground, `${ground.app.origin}${reportPath}`, true);
  const plain = await keptBy(ground, `${ground.plain.origin}/kept`, false);
  const figures: Figure[] = [];
  for (const { name, network, slowerBy } of conditions) {
    for (const [about, reachable] of [
      ["second visit", true],
      ["cold start offline", false],
    ] as const) {
      const taken: { ours: number[]; plain: number[] } = { ours: [], plain: [] };
      for (let round = 0; round < rounds; round++) {
        taken.ours.push(await again(ground, ground.app, { ...ours, deed: firstAnswer.ours }, reachable));
        taken.plain.push(await again(ground, ground.plain, { ...plain, deed: firstAnswer.plain }, reachable));
      }
      figures.push({ about: `${name}: ${about}, first answer processed`, unit: "ms", ...taken, goal: { ratio: 1.2 } });
    }
    async function again(where: Ground, line: Line, kept: Kept, reachable: boolean): Promise<number> {
      await line.shape(network);
      if (!reachable) await line.cut();
      const phone = await takePhone(where, kept.profile, slowerBy, kept.deed);
      const { shownMs } = await phone.visit(kept.address);
      await phone.close();
      await line.mend();
      await line.shape(null);
      return shownMs;
    }
  }
  return figures;
}

interface Kept {
  readonly profile: string;
  readonly address: string;
  readonly deed: Deed;
}

async function keptBy(ground: Ground, address: string, saysSo: boolean): Promise<Omit<Kept, "deed">> {
  const profile = newProfile(ground);
  const phone = await takePhone(ground, profile, 1, null);
  await phone.page.goto(address);
  if (saysSo) await readyOffline(phone);
  else await phone.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await phone.close();
  return { profile, address };
}
