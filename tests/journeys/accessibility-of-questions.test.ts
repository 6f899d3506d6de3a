import { describe, expect } from "vitest";
import type { Who } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import { expectNothingInTheWay, type InspectedPhone, phoneForAxe } from "./axe.ts";
import { it } from "./journey.ts";
import { fullStory } from "./story.ts";
import { arabic, english, type Said } from "./words.ts";

const languages = { English: english, Arabic: arabic } as const;
const reporters: readonly Who[] = ["self", "witness", "helper"];
const slowly = 600_000;
const password = "correct horse battery staple";
const everybody = { police: "factsAndContact", victimsFirst: "factsAndContact", council: "factsAndContact" } as const;

/** Opens what stays closed in a report that is only filled in, and looks at that as well. */
async function lookAtMore(page: string, { reporter, inspector: { look } }: InspectedPhone, { t }: Said): Promise<void> {
  if (page === "when") {
    for (const how of ["overTime", "exact", "about"]) {
      await reporter.hands.tick({ name: t(`questions:common.when.how.options.${how}`) });
      await look(`${page}, ${how}`);
    }
  }
  if (page === "offender") {
    await reporter.hands.press(t("questions:common.people.add"));
    await look(`${page}, two of them`);
  }
}

describe.for(Object.entries(languages))("in %s nothing stands in the way of anybody", ([, said]) => {
  it.for(reporters)(
    "who fills in a full report as %s, with everything on it opened",
    { timeout: slowly },
    async (who, { browser, network }) => {
      const phone = await phoneForAxe(said, browser, network);
      const { inspector } = phone;
      const full = fullStory(who, everybody, ({ id }, part) => `words-on-${id}-${part}`);
      const story = { ...full, password, additions: ["antisocialBehaviour"] };
      await phone.reporter.begin(network.origin);
      await phone.reporter.write(story, async (page) => {
        await inspector.look(page);
        await lookAtMore(page, phone, said);
      });
      await inspector.look("check");
      await phone.reporter.send();
      await phone.page.locator("[data-status=received]").waitFor();
      await inspector.look("sent, received");
      const asked = questions.filter(({ askedOf }) => askedOf.includes(who)).map(({ id }) => id);
      expect(inspector.seen).toEqual(expect.arrayContaining([...asked, "depth", "passphrase"]));
      expectNothingInTheWay(inspector);
    },
  );
});
