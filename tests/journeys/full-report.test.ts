import { describe, expect } from "vitest";
import { asked } from "../../src/report/path.ts";
import { questions } from "../../src/report/questions.ts";
import { type CanaryWord, canaryWords } from "./canary-words.ts";
import { it } from "./journey.ts";
import type { Phone } from "./phone.ts";
import { type Choice, fullStory, type Story, shortStory } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;
const toThePolice = { police: "facts", victimsFirst: "nothing", council: "nothing" } as const;

/** Who gets what, by the table of the design: which groups, which questions of others, and what not even so. */
interface Share {
  readonly groups: readonly string[];
  readonly questions?: readonly string[];
  readonly never?: readonly string[];
}

const shares: Readonly<Record<string, Readonly<Partial<Record<Choice | "antisocialBehaviour", Share>>>>> = {
  police: {
    nothing: { groups: [] },
    facts: { groups: ["facts", "accused", "office", "monitoring"] },
    factsAndContact: { groups: ["facts", "accused", "office", "identity"], never: ["referral"] },
    antisocialBehaviour: { groups: [] },
  },
  victimsFirst: {
    nothing: { groups: [] },
    facts: { groups: ["facts", "office", "monitoring"] },
    factsAndContact: { groups: ["facts", "office", "identity"] },
    antisocialBehaviour: { groups: [] },
  },
  council: {
    nothing: { groups: [] },
    facts: { groups: [], questions: ["graffitiThere", "when", "place"] },
    factsAndContact: { groups: [], questions: ["graffitiThere", "when", "place", "contact", "safeContact"] },
    antisocialBehaviour: {
      groups: [],
      questions: ["incidentTypes", "ownWords", "when", "placeKind", "place", "before", "stillAtRisk"],
    },
  },
};

function groupOf(id: string, part: string): string {
  const question = questions.find((each) => each.id === id);
  const asks = question?.asks;
  const at = part.split(".")[0];
  const own = asks && "parts" in asks ? asks.parts.find((each) => each.id === at)?.group : undefined;
  return own ?? question?.group ?? "none";
}

function maySee({ sends, additions = [] }: Story, organisation: string, question: string, part: string): boolean {
  const choices = [sends[organisation] ?? "nothing", ...(organisation === "council" ? additions : [])] as const;
  return choices.some((choice) => {
    const share = shares[organisation]?.[choice as Choice];
    if (!share || share.never?.includes(question)) return false;
    return share.groups.includes(groupOf(question, part)) || share.questions?.includes(question) === true;
  });
}

const named = (words: readonly CanaryWord[]) => words.map(({ question, part }) => `${question} ${part}`).sort();

/** What stands in each letter is compared with what its organisation was granted, word by word. */
async function expectExactLetters(
  letters: (organisation: string) => Promise<readonly { readonly text: string }[]>,
  story: Story,
  planted: readonly CanaryWord[],
): Promise<void> {
  for (const [organisation, choice] of Object.entries(story.sends)) {
    const opened = await letters(organisation);
    expect(opened).toHaveLength(choice === "nothing" ? 0 : 1);
    if (choice === "nothing") continue;
    const text = opened[0]?.text ?? "";
    const found = planted.filter(({ word }) => text.includes(word));
    const granted = planted.filter(({ question, part }) => maySee(story, organisation, question, part));
    expect(named(found), organisation).toEqual(named(granted));
  }
}

async function sendInFull({ reporter, network }: Phone, story: Story): Promise<readonly string[]> {
  const pages: string[] = [];
  await reporter.begin(network.origin);
  await reporter.write(story, async (page) => void pages.push(page));
  await reporter.send();
  await reporter.hands.sees(/^Received by /);
  return pages;
}

describe("a full report with every field filled in", () => {
  it("of the person it happened to holds for each organisation what it was granted and nothing else", async ({
    phone,
    endpoint,
  }) => {
    const { invent, planted } = canaryWords();
    const sends = { police: "factsAndContact", victimsFirst: "facts", council: "facts" } as const;
    const full = fullStory("self", sends, invent);
    const story = { ...full, answers: { ...full.answers, referral: ["no"] } };
    const pages = await sendInFull(phone, story);
    const asked = questions.filter(({ askedOf, id }) => askedOf.includes("self") && id !== "depth");
    expect(new Set(pages)).toEqual(new Set([...asked.map(({ id }) => id), "depth"]));
    await expectExactLetters(endpoint.letters, story, planted);
  });

  it("of a witness holds for each organisation what it was granted and nothing else", async ({ phone, endpoint }) => {
    const { invent, planted } = canaryWords();
    const story = fullStory(
      "witness",
      { police: "facts", victimsFirst: "factsAndContact", council: "nothing" },
      invent,
    );
    await sendInFull(phone, story);
    await expectExactLetters(endpoint.letters, story, planted);
    const [police] = await endpoint.letters("police");
    expect(police?.letter.answers["reporter"]).toEqual({ kind: "choice", option: "witness" });
  });

  it("of a helper holds for each organisation what it was granted and nothing else", async ({ phone, endpoint }) => {
    const { invent, planted } = canaryWords();
    const sends = { police: "facts", victimsFirst: "factsAndContact", council: "factsAndContact" } as const;
    const story = { ...fullStory("helper", sends, invent), additions: ["antisocialBehaviour"] };
    await sendInFull(phone, story);
    await expectExactLetters(endpoint.letters, story, planted);
    const [council] = await endpoint.letters("council");
    expect(Object.keys(council?.letter.answers ?? {})).not.toContain("characteristics");
  });
});

describe("checking the answers", () => {
  it("leads to each answer and back, and the letter holds the changed one", async ({ phone, endpoint }) => {
    const { reporter, page, network } = phone;
    const story = shortStory("As I wrote it at first.", toThePolice);
    await reporter.begin(network.origin);
    await reporter.write(story);
    const inLetters = asked({}, "short").filter(({ id, group }) => group !== "none" || id === "send");
    for (const question of inLetters) {
      await reporter.hands.press(`${t("change")} ${t(`questions:${question.id}.short`)}`);
      expect(await reporter.where()).toBe(question.id);
      if (question.id === "ownWords") await reporter.fillIn(shortStory("As I remember it now.", toThePolice));
      await reporter.goOn();
      expect(await reporter.where()).toBe("check");
    }
    await page.getByText("As I remember it now.").first().waitFor();
    await reporter.send();
    await reporter.hands.sees(/^Received by /);
    const [opened] = await endpoint.letters("police");
    expect(opened?.text).toContain("As I remember it now.");
    expect(opened?.text).not.toContain("As I wrote it at first.");
  });

  it("lets a short report become a full one without asking again what was answered", async ({ phone }) => {
    const { reporter, network } = phone;
    const full = fullStory("witness", toThePolice, canaryWords().invent);
    const inShort = Object.entries(full.answers).filter(
      ([id]) => questions.find((each) => each.id === id)?.depth === "short",
    );
    const story = { ...full, answers: { ...Object.fromEntries(inShort), referral: ["no"] } };
    await reporter.begin(network.origin);
    await reporter.write({ ...story, depth: "short" });
    await reporter.hands.press(t("report:check.deepen"));
    const pages: string[] = [];
    await reporter.writeUntil(story, "check", async (page) => void pages.push(page));
    const added = questions.filter(({ depth, askedOf }) => depth === "full" && askedOf.includes("witness"));
    expect(pages).toEqual(added.map(({ id }) => id));
  });
});
