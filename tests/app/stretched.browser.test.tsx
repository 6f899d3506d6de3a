import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { asked } from "../../src/report/path.ts";
import type { Spoken } from "../../src/ui/words-context.tsx";
import { answers, catalogueOf, type Stage, speaking, stage } from "./pages.tsx";
import { stretched } from "./stretched.ts";

let long: Spoken;
let arabic: Spoken;
let on: Stage;

beforeAll(async () => {
  long = await speaking("en-GB", {}, stretched(await catalogueOf("en-GB")));
  arabic = await speaking("ar");
});
beforeEach(() => {
  on = stage();
});
afterEach(() => on.leave());
afterAll(() => page.viewport(414, 896));

/** What reaches beyond the edge of the screen, or beyond a box that cuts nothing off. */
function overflowing(): readonly string[] {
  const width = document.documentElement.clientWidth;
  return [...on.place.querySelectorAll("*")]
    .filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      const isSeen = own > 1 && !element.matches(".govuk-visually-hidden, .govuk-visually-hidden *");
      return isSeen && (left < -1 || right > width + 1);
    })
    .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
}

describe.each([360, 768, 1280])("on a screen of %i pixels", (width) => {
  it.each(asked(answers, "full").map((question) => ({ id: question.id, question })))(
    "words that are 1.8 times as long fit the page of $id, in one language and beside another",
    async ({ question }) => {
      await page.viewport(width, 900);
      for (const spoken of [long, { ...long, beside: arabic }, { ...arabic, beside: long, prompts: true }]) {
        on.ask(question, spoken);
        expect(overflowing()).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      }
    },
  );
});
