import { describe, expect, it } from "vitest";
import type { Answers, Consent, Value } from "../../src/report/answer.ts";
import { answeredBySection } from "../../src/report/answered.ts";
import { freeTexts } from "../../src/report/free-texts.ts";
import { type Lack, ready } from "../../src/report/ready.ts";
import { organisations } from "./deployment.ts";

const today = "2026-11-23";
const own = (text: string) => ({ text, language: "ar" });
const choice = (option: string) => ({ kind: "choice", option }) as const;
const choices = (...options: string[]) => ({ kind: "choices", options }) as const;
const words: Value = { kind: "text", ...own("شتموني") };
const reachable: Value = { kind: "contact", allowed: true, ways: ["phone"], details: { phone: own("07700 900123") } };

function send(given: Record<string, string>, ...additions: string[]): Value {
  const consents = Object.entries(given).map(([id, chosen]): [string, Consent] => [id, { choice: chosen, additions }]);
  return { kind: "consent", given: Object.fromEntries(consents) };
}

const lacks = (answers: Answers): readonly Lack[] => ready(answers, "short", organisations, today);

describe("what is missing before a report is sent", () => {
  it.each<[string, Answers]>([
    ["own words", { ownWords: words }],
    ["the kind of incident", { incidentTypes: choices("threats") }],
    ["what it was about", { characteristics: choices("disability") }],
  ])("is nothing once there are %s and somewhere to send it", (_name, answers) => {
    expect(lacks({ ...answers, send: send({ police: "facts" }) })).toEqual([]);
  });

  it("is something about what happened, when all three were passed by or declined", () => {
    const declined: Value = { kind: "declined", because: "ratherNotSay" };
    const answers: Answers = { ownWords: declined, wishes: choices("record"), send: send({ police: "facts" }) };
    expect(lacks(answers)).toContainEqual({ kind: "whatHappened", question: "incidentTypes" });
  });

  it("is where to send it, when nobody was chosen, or everybody for nothing", () => {
    const lack = { kind: "whereToSend", question: "send" };
    expect(lacks({ ownWords: words })).toEqual([lack]);
    expect(lacks({ ownWords: words, send: send({ police: "nothing", council: "nothing" }) })).toEqual([lack]);
    expect(lacks({ ownWords: words, send: send({ strangers: "facts" }) })).toEqual([lack]);
  });

  it("is more for an organisation that would learn only when and where", () => {
    const answers: Answers = { ownWords: words, when: { kind: "when", how: "exact", from: today } };
    expect(lacks({ ...answers, send: send({ council: "facts" }) })).toEqual([
      { kind: "nothingToTell", question: "send", organisation: "council" },
    ]);
    expect(lacks({ ...answers, send: send({ council: "facts" }, "antisocialBehaviour") })).toEqual([]);
  });

  it("is a way to be reached, when support was asked for", () => {
    const answers: Answers = {
      ownWords: words,
      referral: choice("yes"),
      send: send({ victimsFirst: "factsAndContact" }),
    };
    const lack = { kind: "wayToContact", question: "contact" };
    expect(lacks(answers)).toEqual([lack]);
    expect(lacks({ ...answers, contact: { kind: "contact", allowed: false, ways: [], details: {} } })).toEqual([lack]);
    expect(lacks({ ...answers, contact: reachable })).toEqual([]);
    expect(lacks({ ...answers, referral: choice("no") })).toEqual([]);
  });

  it("is someone who learns that support was asked for: the police do not pass it on", () => {
    const answers: Answers = { ownWords: words, referral: choice("yes"), contact: reachable };
    const lack = { kind: "referralUnsent", question: "send" };
    expect(lacks({ ...answers, send: send({ police: "factsAndContact" }) })).toEqual([lack]);
    expect(lacks({ ...answers, send: send({ victimsFirst: "facts" }) })).toEqual([lack]);
    expect(lacks({ ...answers, send: send({ victimsFirst: "factsAndContact" }) })).toEqual([]);
  });

  it("is another choice for an organisation, when what was chosen is not offered any more", () => {
    const answers: Answers = { ownWords: words, reporter: choice("worker"), send: send({ police: "factsAndContact" }) };
    expect(lacks(answers)).toEqual([]);
    expect(lacks({ ...answers, wanted: choice("noName") })).toEqual([
      { kind: "choiceGone", question: "send", organisation: "police" },
      { kind: "whereToSend", question: "send" },
    ]);
    expect(lacks({ ...answers, wanted: choice("noName"), send: send({ police: "facts" }) })).toEqual([]);
  });

  it("is no word of what happened when only support is wanted, but a way to give it and somebody who does", () => {
    const answers: Answers = { reporter: choice("worker"), wanted: choice("supportOnly") };
    const whereToSend = { kind: "whereToSend", question: "send" };
    expect(lacks(answers)).toEqual([{ kind: "wayToContact", question: "contact" }, whereToSend]);
    expect(lacks({ ...answers, contact: reachable })).toEqual([whereToSend]);
    expect(lacks({ ...answers, contact: reachable, send: send({ victimsFirst: "support" }) })).toEqual([]);
  });

  it("is the wish itself, when nothing is to be passed on", () => {
    const answers: Answers = { ownWords: words, reporter: choice("worker"), send: send({ police: "facts" }) };
    expect(lacks({ ...answers, wanted: choice("nothing") })).toEqual([{ kind: "nothingWanted", question: "wanted" }]);
  });

  it("is another look at an answer that was left as it cannot be sent", () => {
    const when: Value = { kind: "when", how: "exact", from: "soon" };
    expect(lacks({ ownWords: words, when, send: send({ police: "facts" }) })).toEqual([
      { kind: "unaccepted", question: "when" },
    ]);
  });
});

describe("check your answers", () => {
  const answers: Answers = {
    danger: choice("no"),
    reporter: choice("self"),
    incidentTypes: choices("threats"),
    graffitiThere: { kind: "several", parts: { wording: { kind: "text", ...own("x") } } },
    send: send({ police: "facts" }),
  };

  it("shows what was asked in order, under its headings, answered or not", () => {
    const shown = answeredBySection(answers, "short");
    expect(shown.map(({ section }) => section)).toEqual(["before", "what", "where", "after", "you", "send"]);
    const what = shown.find(({ section }) => section === "what")?.answered ?? [];
    expect(what.map(({ question, value }) => [question.id, value?.kind ?? null])).toEqual([
      ["incidentTypes", "choices"],
      ["ownWords", null],
      ["characteristics", null],
    ]);
  });

  it("leaves out what only steers the report, and shows where it goes", () => {
    const ids = answeredBySection(answers, "short").flatMap(({ answered }) =>
      answered.map(({ question }) => question.id),
    );
    expect(ids).not.toContain("danger");
    expect(ids).not.toContain("keepDraft");
    expect(ids).toContain("reporter");
    expect(ids.at(-1)).toBe("send");
  });
});

describe("the texts shown once more before a letter is sealed", () => {
  it("are all that the person wrote, each with its place and language", () => {
    const answers: Answers = {
      ownWords: words,
      incidentTypes: { ...choices("other"), ownWords: own("a") },
      place: { kind: "place", description: own("b"), postcode: "OX1", landmark: own("c") },
      online: {
        kind: "several",
        parts: { platform: { ...choices("other"), ownWords: own("d") }, addresses: { kind: "text", ...own("e") } },
      },
      offender: {
        kind: "people",
        people: [{ hair: { kind: "text", ...own("f") } }, { gender: { ...choice("other"), ownWords: own("g") } }],
      },
      contact: reachable,
      wishes: choices("record"),
      before: { kind: "declined", because: "dontKnow" },
      offenderCount: { kind: "number", count: 2, about: false },
    };
    expect(freeTexts(answers).map(({ question, part, words: { text } }) => [question, part ?? "", text])).toEqual([
      ["ownWords", "", "شتموني"],
      ["incidentTypes", "ownWords", "a"],
      ["place", "description", "b"],
      ["place", "landmark", "c"],
      ["online", "platform.ownWords", "d"],
      ["online", "addresses", "e"],
      ["offender", "0.hair", "f"],
      ["offender", "1.gender.ownWords", "g"],
      ["contact", "phone", "07700 900123"],
    ]);
    expect(freeTexts(answers)[0]?.words.language).toBe("ar");
  });
});
