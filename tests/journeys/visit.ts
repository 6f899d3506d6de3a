import type { Page } from "playwright-core";
import { it as journey } from "./journey.ts";
import { fullStory, type Inventing, type Story, shortStory } from "./story.ts";
import { newTablet } from "./tablet.ts";
import { english } from "./words.ts";

/** What every visitor here says. */
export const words = "They shouted at me.";

export const both = { police: "factsAndContact", victimsFirst: "factsAndContact", council: "nothing" } as const;

/** A test with a Connect point's tablet of its own. */
export const it = journey.extend("tablet", async ({ browser, network }, { onCleanup }) => {
  const tablet = await newTablet(browser, network);
  onCleanup(() => tablet.context.close());
  return tablet;
});

/** A report that a worker fills in with a visitor. */
export function visit(sends: Story["sends"], answers: Story["answers"] = {}): Story {
  const story = shortStory(words, sends, "worker");
  return { ...story, answers: { ...story.answers, wanted: ["full"], privacy: ["private"], ...answers } };
}

/** A visit in which every field is filled in with words of its own, but for the two names that the tablet fills in. */
export function fullVisit(sends: Story["sends"], invent: Inventing): Story {
  const full = fullStory("worker", sends, invent);
  const { point: _point, worker: _worker, ...session } = Object(full.answers["session"]);
  return { ...full, answers: { ...full.answers, session, wanted: ["full"], privacy: ["private"] } };
}

/** From the home to the first report that waits there. */
export async function openFirstDraft(page: Page): Promise<void> {
  const home = await page.locator("h1").textContent();
  await page
    .getByRole("button", { name: english.t("point:drafts.open") })
    .first()
    .click();
  await page.waitForFunction((before) => document.querySelector("h1")?.textContent !== before, home);
}
