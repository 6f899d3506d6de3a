import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";

/** How a report is filled in: what is chosen where it matters, and something everywhere else. */
export interface Manner {
  readonly depth: "short" | "full";
  /** Those that get the facts and how to reach the person; the others get nothing. */
  readonly organisations: readonly string[];
  /** How much is written in own words. */
  readonly characters: number;
}

/** Goes on without answering until this question is on the page. */
export async function goOnTo(page: Page, question: string): Promise<void> {
  for (let pages = 0; pages < 60; pages++) {
    if (await page.locator(`form[data-q=${question}]`).count()) return;
    await goOn(page);
  }
  throw new Error(`${question} was not asked`);
}

/** Answers every question until the answers are to be checked. */
export async function fillIn(page: Page, manner: Manner): Promise<void> {
  for (let pages = 0; pages < 60; pages++) {
    if (await page.locator("[data-send]").count()) return;
    await page.evaluate(chooseOnPage, manner);
    await page.evaluate(writeOnPage, manner); // what a choice opened is there by now
    await goOn(page);
  }
  throw new Error("the questions did not come to an end");
}

async function goOn(page: Page): Promise<void> {
  const before = await page.evaluate(headingOnPage);
  await page.evaluate(() => document.querySelector<HTMLElement>("main [data-continue]")?.click());
  for (let tries = 0; tries < 300; tries++) {
    if ((await page.evaluate(headingOnPage)) !== before) return;
    const refused = page.locator(".govuk-error-summary");
    if (await refused.count()) throw new Error(`${before}: ${await refused.textContent()}`);
    await pause(20);
  }
  throw new Error(`nothing came after: ${before}`);
}

/** Runs in the page. */
const headingOnPage = () => document.querySelector("h1")?.textContent ?? "";

/** Chooses the first of everything, or what the manner says. Runs in the page. */
function chooseOnPage({ depth, organisations }: Manner): void {
  const wanted = (name: string): string | null => {
    if (name === "depth") return depth;
    if (name === "danger") return "no";
    if (name === "keepDraft") return "dontKeep";
    if (name === "referral") return "no"; // it would have to go to somebody who gives support
    const [, organisation] = /^send\.(\w+)$/.exec(name) ?? [];
    if (organisation) return organisations.includes(organisation) ? "factsAndContact" : "nothing";
    return null;
  };
  const done = new Set<string>();
  for (const box of document.querySelectorAll<HTMLInputElement>("main :is([type=radio], [type=checkbox])")) {
    const value = wanted(box.name);
    if (done.has(box.name) || box.name.endsWith(".decline") || "alone" in box.dataset) continue;
    if (value !== null && box.value !== value) continue;
    done.add(box.name);
    if (!box.checked) box.click();
  }
}

/** Writes into every field that is open. Runs in the page. */
function writeOnPage({ characters }: Manner): void {
  const words = "They came back in the evening and said it again. ";
  const typed = { date: "2020-03-14", time: "18:30", email: "person@example.org", tel: "01865 000000", numeric: "2" };
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "main :is(textarea, input:not([type=radio], [type=checkbox], [type=hidden]))",
  )) {
    if (!field.checkVisibility()) continue;
    const kind = [field.type, field.inputMode].find((name) => name in typed) as keyof typeof typed | undefined;
    const many = words.repeat(60).slice(0, field.name === "ownWords" ? characters : 450);
    const one = field.name.endsWith("postcode") ? "OX1 1PT" : words;
    field.value = kind ? typed[kind] : (field.type === "textarea" ? many : one).trim();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
