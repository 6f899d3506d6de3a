import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Value } from "../../src/report/answer.ts";
import { answerFrom, entriesOf } from "../../src/report/form.ts";
import type { Question } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import { anyAnswer, hostileText } from "./arbitrary-answers.ts";

function question(id: string): Question {
  const found = questions.find((each) => each.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

function given(id: string, fields: Record<string, string | readonly string[]>, language = "en-GB"): Value | null {
  const entries = Object.entries(fields).map(([name, values]) => [name, [values].flat()] as const);
  return answerFrom(question(id), new Map(entries), language);
}

describe("reading a form", () => {
  it("shows an answer again just as it was given, for every question and every answer", () => {
    for (const each of questions) {
      fc.assert(
        fc.property(
          anyAnswer(each, () => hostileText),
          (value) => {
            fc.pre(value !== null);
            expect(answerFrom(each, entriesOf(each, value), "en-GB")).toEqual(value);
          },
        ),
        { numRuns: 60 },
      );
    }
  });

  it("takes an empty form for no answer, which is not the same as a decline", () => {
    for (const each of questions) {
      expect(answerFrom(each, new Map(), "en-GB"), each.id).toBeNull();
      for (const because of each.declines) {
        expect(answerFrom(each, new Map([[`${each.id}.decline`, [because]]]), "en-GB")).toEqual({
          kind: "declined",
          because,
        });
      }
    }
  });

  it("takes what was given for the answer when a decline was ticked as well", () => {
    expect(given("ownWords", { ownWords: "He shouted.", "ownWords.decline": "ratherNotSay" })).toMatchObject({
      text: "He shouted.",
    });
    expect(given("ownWords", { ownWords: "  ", "ownWords.decline": "ratherNotSay" })).toMatchObject({
      kind: "declined",
    });
  });

  it("trims and mends a text and takes nothing else out of it", () => {
    const text = "\u202E =cmd() <img onerror> \u0000 \ud83d 👩‍👩‍👧‍👦";
    expect(given("ownWords", { ownWords: `\n ${text}\t ` })).toMatchObject({
      text: text.replace("\ud83d ", "\ufffd "),
    });
  });

  it("clears the others when one was chosen that stands alone", () => {
    const value = given("stillAtRisk", { "stillAtRisk.afraid": ["comeBack", "notAfraid"] });
    expect(value).toEqual({ kind: "several", parts: { afraid: { kind: "choices", options: ["notAfraid"] } } });
  });

  it("believes in no option that was never offered", () => {
    expect(given("reporter", { reporter: "officer" })).toBeNull();
    expect(given("reporter", { "reporter.decline": "tooBusy" })).toBeNull();
    expect(given("incidentTypes", { incidentTypes: ["treason", "threats"] })).toEqual({
      kind: "choices",
      options: ["threats"],
    });
  });

  it("keeps a few own words only beside an option that asks for them and is chosen", () => {
    const fields = { "incidentTypes.ownWords.other": "They blocked the door" };
    expect(given("incidentTypes", { ...fields, incidentTypes: ["other"] })).toMatchObject({
      ownWords: { text: "They blocked the door" },
    });
    expect(given("incidentTypes", { ...fields, incidentTypes: ["threats"] })).toEqual({
      kind: "choices",
      options: ["threats"],
    });
  });

  it("marks a text with the language it was written in, also after the language was changed", () => {
    const first = given("ownWords", { ownWords: "شتموني" }, "ar");
    expect(first).toEqual({ kind: "text", text: "شتموني", language: "ar" });
    const same = answerFrom(question("ownWords"), new Map([["ownWords", ["شتموني"]]]), "en-GB", first);
    expect(same).toEqual(first);
    const changed = answerFrom(question("ownWords"), new Map([["ownWords", ["They insulted me"]]]), "en-GB", first);
    expect(changed).toMatchObject({ language: "en-GB" });
  });

  it("leaves what the tablet itself filled in as it is, whatever is typed or emptied beside it", () => {
    const point = { kind: "text", text: "Library", language: "en-GB" } as const;
    const earlier: Value = { kind: "several", parts: { point, leaflet: { kind: "choice", option: "no" } } };
    const again = (fields: [string, string[]][]) => answerFrom(question("session"), new Map(fields), "en-GB", earlier);
    expect(again([["session.leaflet", ["yes"]]])).toEqual({
      kind: "several",
      parts: { point, leaflet: { kind: "choice", option: "yes" } },
    });
    expect(again([])).toEqual({ kind: "several", parts: { point } });
  });

  it.each([
    ["3", 3],
    ["٣", 3],
    ["۱۲", 12],
    ["१०", 10],
    ["৪", 4],
    ["੯", 9],
  ])("reads the number %s", (text, count) => {
    expect(given("offenderCount", { offenderCount: text, "offenderCount.about": "yes" })).toEqual({
      kind: "number",
      count,
      about: true,
    });
  });

  it("keeps words that stand where a number was asked for, instead of losing them", () => {
    expect(given("offenderCount", { offenderCount: "about five" })).toEqual({
      kind: "text",
      text: "about five",
      language: "en-GB",
    });
  });

  it("keeps of a date only what belongs to how well it is known", () => {
    const all = { "when.from": "2026-11-20", "when.to": "2026-11-22", "when.within": "week", "when.time": "18:30" };
    expect(given("when", { ...all, "when.how": "about" })).toEqual({
      kind: "when",
      how: "about",
      from: "2026-11-20",
      within: "week",
      time: "18:30",
    });
    expect(given("when", { ...all, "when.how": "overTime" })).toEqual({
      kind: "when",
      how: "overTime",
      from: "2026-11-20",
      to: "2026-11-22",
    });
    expect(given("when", { "when.how": "ongoing" })).toEqual({ kind: "when", how: "ongoing" });
    expect(given("when", { "when.from": "2026-11-20" })).toMatchObject({ how: "exact" });
  });

  it("takes no position that is not on this earth", () => {
    const position = (text: string) => given("place", { "place.position": text });
    expect(position("51.752,-1.2577,20")).toEqual({
      kind: "place",
      position: { latitude: 51.752, longitude: -1.2577, accuracyMetres: 20 },
    });
    for (const odd of [
      "",
      "51.7",
      "51.7,-1.2",
      "91,0,5",
      "0,181,5",
      "0,0,-1",
      "a,b,c",
      "1,2,3,4",
      "1,2,Infinity",
      ",,",
    ]) {
      expect(position(odd), odd).toBeNull();
    }
  });

  it("forgets ways and numbers when a person says that nobody may contact them", () => {
    const fields = { "contact.ways": ["phone"], "contact.phone": "07700 900123", "contact.email": "a@b.cd" };
    expect(given("contact", { ...fields, "contact.allowed": "no" })).toEqual({
      kind: "contact",
      allowed: false,
      ways: [],
      details: {},
    });
    expect(given("contact", { ...fields, "contact.allowed": "yes" })).toEqual({
      kind: "contact",
      allowed: true,
      ways: ["phone"],
      details: { phone: { text: "07700 900123", language: "en-GB" } },
    });
  });

  it("takes no ways or numbers for a yes that was not given", () => {
    expect(given("contact", { "contact.ways": ["phone"], "contact.phone": "07700 900123" })).toBeNull();
  });

  it("closes the gaps among people of whom nothing was told", () => {
    const value = given("offender", {
      "offender.0.hair": " ",
      "offender.2.hair": "red",
      "offender.7.clothes": "blue coat",
    });
    expect(value).toMatchObject({
      kind: "people",
      people: [{ hair: { text: "red" } }, { clothes: { text: "blue coat" } }],
    });
  });

  it("records per organisation what was chosen, *nothing* included, and adds nothing to nothing", () => {
    expect(
      given("send", {
        "send.police": "facts",
        "send.victimsFirst": "nothing",
        "send.victimsFirst.more": "yes",
        "send.council": "facts",
        "send.council.antisocialBehaviour": "yes",
        "send.__proto__": "facts",
      }),
    ).toEqual({
      kind: "consent",
      given: {
        police: { choice: "facts", additions: [] },
        victimsFirst: { choice: "nothing", additions: [] },
        council: { choice: "facts", additions: ["antisocialBehaviour"] },
      },
    });
  });
});
