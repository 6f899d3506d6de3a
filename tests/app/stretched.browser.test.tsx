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
  long = await speaking("en-GB", {}, stretched(await catalogueOf("en-GB"), 1.8));
  arabic = await speaking("ar");
});
beforeEach(() => {
  on = stage();
});
afterEach(() => on.leave());
afterAll(() => page.viewport(414, 896));

describe.each([360, 768, 1280])("on a screen of %i pixels", (width) => {
  it.each(asked(answers, "full").map((question) => ({ id: question.id, question })))(
    "words that are 1.8 times as long fit the page of $id, in one language and beside another",
    async ({ question }) => {
      await page.viewport(width, 900);
      for (const spoken of [long, { ...long, beside: arabic }, { ...arabic, beside: long, prompts: true }]) {
        on.ask(question, spoken);
        expect(on.overflowing()).toEqual([]);
      }
    },
  );
});
