import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, grouped, groups, matching, mostShown } from "../../src/guidance/directory.ts";
import { type Circumstances, type Situation, situationOf, traits } from "../../src/guidance/situation.ts";
import { chosenBy } from "../../src/report/chosen.ts";
import { jsonOf } from "../language/read-locales.ts";
import { anyAnswers } from "../report/arbitrary-answers.ts";
import { thamesValley } from "./area.ts";
import { everyAnswer } from "./offered-options.ts";

const today = "2026-11-25";
const inEnglish = (known: Circumstances): Situation => ({ known, language: "en-GB" });
const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);
const made = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  name: id,
  group: "talk",
  for: [],
  ways: [{ way: "web", to: "https://example.org" }],
  source: "https://example.org",
  verifiedOn: null,
  ...more,
});

const someIds = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 3 });
const circumstances = fc.dictionary(fc.constantFrom(...traits), someIds, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});
const anyEntry = fc.record(
  {
    for: fc.array(circumstances, { maxLength: 2 }),
    area: fc.constantFrom("Here", "There"),
    languages: fc.constantFrom("any" as const, ["pl"]),
    expiresOn: fc.constantFrom("2026-11-24", "2026-11-25"),
    group: fc.constantFrom(...groups),
  },
  { requiredKeys: ["for", "group"], noNullPrototype: true },
);
const anyDirectory = fc
  .array(anyEntry, { maxLength: 12 })
  .map((all) => all.map((each, place) => made(`e${place}`, each as Partial<Entry>)));
const anyIds = fc.array(fc.oneof(fc.constantFrom("a", "b", "c", "d"), fc.string()), { maxLength: 3 });
const anySituation = fc.record({
  known: fc.dictionary(
    fc.oneof(fc.constantFrom<string>(...traits), fc.string()),
    anyIds,
  ) as fc.Arbitrary<Circumstances>,
  language: fc.oneof(fc.constantFrom("en-GB", "pl", "pt-PT"), fc.string()),
});

describe("who is shown to somebody", () => {
  it("never depends on a value that nobody knows, and is never shown twice", () => {
    fc.assert(
      fc.property(anyDirectory, anySituation, (entries, situation) => {
        const shown = matching(entries, situation, today);
        expect(new Set(shown).size).toBe(shown.length);
        expect(entries).toEqual(expect.arrayContaining([...shown]));
      }),
    );
  });

  it("begins with those nearby, and keeps all who are there for everybody", () => {
    fc.assert(
      fc.property(anyDirectory, anySituation, (entries, situation) => {
        const shown = matching(entries, situation, today);
        const local = shown.map(({ area }) => area !== undefined);
        expect(local).toEqual([...local].sort((one, other) => Number(other) - Number(one)));
        const valid = entries.filter(({ expiresOn }) => expiresOn !== "2026-11-24");
        expect(shown).toEqual(expect.arrayContaining(valid.filter((entry) => entry.for.length === 0)));
        expect(shown.filter(({ expiresOn }) => expiresOn === "2026-11-24")).toEqual([]);
      }),
    );
  });

  it("is, of somebody who told nothing, whoever is there for everybody", () => {
    fc.assert(
      fc.property(anyDirectory, (entries) => {
        for (const entry of matching(entries, inEnglish({}), today)) expect(entry.for).toEqual([]);
      }),
    );
    expect(idsOf(matching(thamesValley, situationOf({}, "en-GB"), today)).slice(0, 4)).toEqual([
      "victimsFirst",
      "thamesValleyPolice",
      "victimSupport",
      "samaritans",
    ]);
  });

  it("is left out where what they are for is known to be otherwise, and not where it is unknown", () => {
    const muslim = made("muslim", { for: [{ characteristics: ["religion"], religion: ["muslim"] }] });
    const shown = (known: Circumstances) => idsOf(matching([muslim], inEnglish(known), today));
    expect(shown({ characteristics: ["religion"], religion: ["muslim"] })).toEqual(["muslim"]);
    expect(shown({ characteristics: ["race", "religion"] })).toEqual(["muslim"]);
    expect(shown({ characteristics: ["religion"], religion: ["jewish"] })).toEqual([]);
    expect(shown({ characteristics: ["race"] })).toEqual([]);
    expect(shown({})).toEqual([]);
  });

  it("comes first the more of what is known they are for, and the better they speak the language", () => {
    const entries = [
      made("everybody"),
      made("race", { for: [{ characteristics: ["race"] }] }),
      made("racePolish", { for: [{ characteristics: ["race"] }], languages: ["pl"] }),
      made("raceAtWork", {
        for: [{ kinds: ["theft"] }, { characteristics: ["race"], places: ["work"], ages: ["age18to24"] }],
      }),
      made("nearby", { area: "Here" }),
    ];
    const known = { characteristics: ["race"], places: ["work"], ages: ["age18to24"] };
    expect(idsOf(matching(entries, inEnglish(known), today))).toEqual([
      "nearby",
      "raceAtWork",
      "race",
      "racePolish",
      "everybody",
    ]);
    const inPolish = { known: { characteristics: ["race"] }, language: "pl" };
    expect(idsOf(matching(entries, inPolish, today))).toEqual([
      "nearby",
      "racePolish",
      "race",
      "raceAtWork",
      "everybody",
    ]);
  });
});

describe("what the directory takes from a report", () => {
  it("is nothing that a person wrote, and never fails, whatever the answers", () => {
    fc.assert(
      fc.property(
        anyAnswers(() => fc.constant("canary words")),
        (answers) => {
          const situation = situationOf(chosenBy(answers), "en-GB");
          expect(JSON.stringify(situation)).not.toContain("canary words");
          expect(matching(thamesValley, situation, today).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is the age that was told of the person, wherever it was asked", () => {
    for (const answer of ["victim.ageBand", "monitoring.age"]) {
      const shown = matching(thamesValley, situationOf({ [answer]: ["age14to15"] }, "en-GB"), today);
      expect(idsOf(shown)).toContain("childline");
    }
  });
});

describe("the directory of the Thames Valley", () => {
  const specific = thamesValley.flatMap((entry) => entry.for.map((each) => ({ id: entry.id, each })));

  it.each(specific)("names $id to somebody it is for, early enough to be shown", ({ id, each }) => {
    const chosen: Record<string, readonly string[]> = {};
    for (const [trait, ids] of Object.entries(each)) {
      for (const option of ids) {
        const asks = everyAnswer.filter(
          ({ answer, options }) =>
            options.includes(option) &&
            situationOf({ [answer]: [option] }, "en-GB").known[trait as (typeof traits)[number]]?.includes(option),
        );
        expect(asks, `${trait}: no question of the report offers ${option}`).not.toEqual([]);
        for (const { answer } of asks) chosen[answer] = [option];
      }
    }
    expect(idsOf(matching(thamesValley, situationOf(chosen, "en-GB"), today)).slice(0, mostShown)).toContain(id);
  });

  it("lists everyone once, under a heading that has words, with a sentence each", () => {
    const all = grouped(thamesValley);
    const listed = all.flatMap(({ entries }) => idsOf(entries));
    expect(listed.toSorted()).toEqual(idsOf(thamesValley).toSorted());
    const words = jsonOf("locales/en-GB/directory.json") as { groups: object; about: object };
    expect(Object.keys(words.groups)).toEqual([...groups]);
    expect(Object.keys(words.about).toSorted()).toEqual(listed.toSorted());
  });

  it("leaves out a heading with nothing under it", () => {
    expect(grouped([made("only", { group: "rights" })]).map(({ group }) => group)).toEqual(["rights"]);
  });
});
