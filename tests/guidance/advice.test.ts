import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adviceFor, type Topic, topics } from "../../src/guidance/advice.ts";
import type { Answers } from "../../src/report/answer.ts";
import { chosenBy } from "../../src/report/chosen.ts";
import { tabletPack } from "../../src/wire/keep-offline.ts";
import { jsonOf } from "../language/read-locales.ts";
import { anyAnswers, canary } from "../report/arbitrary-answers.ts";
import { offered } from "./offered-options.ts";

const ids: readonly Topic[] = topics.map(({ id }) => id);
const words = jsonOf("locales/en-GB/advice.json") as {
  titles: Record<string, string>;
  page: { groups: Record<string, string> };
  topics: Record<string, { points: Record<string, string> }>;
};
const { contacts } = jsonOf("deployments/thames-valley/contacts.json") as { contacts: readonly { id: string }[] };

const rules = topics.flatMap((topic) =>
  Object.entries({ ...topic.fits }).flatMap(([answer, options]) =>
    options.split(" ").map((option) => ({ topic: topic.id, answer, option })),
  ),
);

describe("what may help somebody now", () => {
  it.each(rules)("is “$topic” where $answer is $option, which the report offers", ({ topic, answer, option }) => {
    expect(offered(answer)).toContain(option);
    expect(adviceFor({ [answer]: [option] })).toContain(topic);
  });

  it("can be any of the topics, and each has words, a heading and somebody to call", () => {
    expect(new Set(rules.map(({ topic }) => topic))).toEqual(new Set(ids));
    expect(Object.keys(words.titles).toSorted()).toEqual([...ids].toSorted());
    expect(Object.keys(words.topics).toSorted()).toEqual([...ids].toSorted());
    expect(new Set(topics.map(({ group }) => group))).toEqual(new Set(Object.keys(words.page.groups)));
    const known = contacts.map(({ id }) => id);
    for (const topic of topics) expect(known, topic.id).toEqual(expect.arrayContaining([...topic.contacts]));
    const { support } = jsonOf("locales/en-GB/pages.json") as { support: Record<string, { title?: string }> };
    for (const id of topics.flatMap((topic) => [...topic.contacts])) expect(support[id]?.title, id).toBeTruthy();
  });

  it("is for everybody how they may feel, what comes next and what their rights are", () => {
    const usual = ["feelings", "afterwards", "rights"];
    expect(adviceFor({})).toEqual(usual);
    expect(adviceFor({ placeKind: ["custody"], nothingThatIsAsked: ["x"] })).toEqual(usual);
  });

  it.each<[string, Answers, readonly Topic[]]>([
    [
      "a person who was hit at home by a neighbour, not for the first time",
      {
        incidentTypes: { kind: "choices", options: ["attack", "insults"] },
        placeKind: { kind: "choice", option: "home" },
        offenderKnown: { kind: "choices", options: ["neighbour"] },
        before: { kind: "several", parts: { often: { kind: "choice", option: "often" } } },
      },
      ["assault", "home", "repeated"],
    ],
    [
      "a refugee who was insulted on a bus and wants to give no name",
      {
        incidentTypes: { kind: "choices", options: ["insults"] },
        characteristicDetail: {
          kind: "several",
          parts: { race: { kind: "choices", options: ["asylumOrRefugee"] } },
        },
        placeKind: { kind: "choice", option: "transport" },
        send: {
          kind: "consent",
          given: {
            police: { choice: "facts", additions: [] },
            council: { choice: "nothing", additions: [] },
          },
        },
      },
      ["immigration", "transport", "unnamed"],
    ],
    [
      "a person who gives their name to one organisation and hides it from another",
      {
        send: {
          kind: "consent",
          given: {
            police: { choice: "facts", additions: [] },
            victimsFirst: { choice: "factsAndContact", additions: [] },
          },
        },
      },
      ["feelings", "afterwards", "rights"],
    ],
  ])("fits %s", (_, answers, expected) => {
    expect(adviceFor(chosenBy(answers))).toEqual(expected);
  });

  it("is three or four different topics, the most pressing first, and holds no word of what happened", () => {
    fc.assert(
      fc.property(anyAnswers(canary), (answers) => {
        const chosen = chosenBy(answers);
        expect(JSON.stringify(chosen)).not.toContain("<<");
        const matched = adviceFor(chosen);
        expect(matched.length).toBeGreaterThanOrEqual(3);
        expect(matched.length).toBeLessThanOrEqual(4);
        expect(new Set(matched).size).toBe(matched.length);
        const places = matched.map((id) => ids.indexOf(id));
        expect(places).not.toContain(-1);
        if (matched.length === 4) expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });

  it("lies at an address that the service worker takes for no other pack", () => {
    const packs = [...Object.keys(jsonOf("locales/languages.json") as object), tabletPack];
    expect(ids.filter((id) => packs.includes(id) || !/^[a-z]+$/.test(id))).toEqual([]);
  });
});

describe("the words of each topic", () => {
  it.each(Object.entries(words.topics))("are four to eight points on “%s”", (_, { points }) => {
    expect(Object.keys(points).length).toBeGreaterThanOrEqual(4);
    expect(Object.keys(points).length).toBeLessThanOrEqual(8);
  });
});
