import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "../../src/report/answer.ts";
import { partsAsked } from "../../src/report/condition.ts";
import { asked, next, onPath, previous, wantedOf, whoOf } from "../../src/report/path.ts";
import type { Depth, Question } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import { anyAnswer, anyAnswers, canary } from "./arbitrary-answers.ts";

const depths = fc.constantFrom<Depth>("short", "full");
const ids = (list: readonly Question[]) => list.map(({ id }) => id);
const choice = (option: string) => ({ kind: "choice", option }) as const;
const words = { kind: "text", text: "They shouted.", language: "en-GB" } as const;
const choices = (...options: string[]) => ({ kind: "choices", options }) as const;

describe("the way through a report", () => {
  it("ends at check your answers whatever a person answers on the way, and asks nothing twice", () => {
    fc.assert(
      fc.property(fc.tuple(...questions.map((question) => anyAnswer(question, canary))), depths, (given, depth) => {
        const saysWho = given[questions.findIndex(({ id }) => id === "reporter")];
        const fromTablet = saysWho?.kind === "choice" && saysWho.option === "worker";
        let answers: Answers = fromTablet ? { reporter: choice("worker") } : {};
        const met: string[] = [];
        for (let at = next(null, answers, depth); at; at = next(at.id, answers, depth)) {
          met.push(at.id);
          expect(met.length).toBeLessThanOrEqual(questions.length);
          const value = given[questions.indexOf(at)];
          if (value) answers = { ...answers, [at.id]: value };
        }
        expect(new Set(met).size).toBe(met.length);
        expect(met.at(-1)).toBe(wantedOf(answers) === "nothing" ? "wanted" : "send");
        expect(met).toEqual(ids(asked(answers, depth)));
      }),
      { numRuns: 200 },
    );
  });

  it("leads back the same way, and to the start in the end", () => {
    fc.assert(
      fc.property(anyAnswers(canary), depths, (answers, depth) => {
        const back: string[] = [];
        for (let at = previous(null, answers, depth); at; at = previous(at.id, answers, depth)) back.unshift(at.id);
        expect(back).toEqual(ids(asked(answers, depth)));
      }),
      { numRuns: 100 },
    );
  });

  it("goes on after danger: a yes shows the emergency words and then the next question", () => {
    expect(next("danger", { danger: choice("yes") }, "short")?.id).toBe("keepDraft");
  });

  it("goes on sensibly from a question that has just been hidden", () => {
    const answers: Answers = { incidentTypes: choices("insults") };
    expect(next("graffitiThere", answers, "short")?.id).toBe("characteristics");
    expect(previous("graffitiThere", answers, "short")?.id).toBe("ownWords");
  });

  it("keeps all answers when a short report is deepened", () => {
    fc.assert(
      fc.property(anyAnswers(canary), (answers) => {
        expect(ids(asked(answers, "full"))).toEqual(expect.arrayContaining(ids(asked(answers, "short"))));
        expect(onPath(answers, "full")).toMatchObject(onPath(answers, "short"));
      }),
      { numRuns: 50 },
    );
  });

  it("asks a witness and a helper what only they know, and not what only the person knows", () => {
    const of = (reporter: string) =>
      ids(asked({ reporter: choice(reporter), characteristics: choices("race") }, "full"));
    expect(of("helper")).toContain("consentOfPerson");
    expect(of("witness")).not.toContain("consentOfPerson");
    expect(of("witness")).toContain("relation");
    for (const id of ["perceived", "students", "monitoring"]) {
      expect(of("self")).toContain(id);
      expect(of("witness")).not.toContain(id);
      expect(of("helper")).not.toContain(id);
    }
  });

  it("asks no helper for the name of someone who wants none given or does not know", () => {
    const of = (consent: string) =>
      ids(asked({ reporter: choice("helper"), consentOfPerson: choice(consent) }, "short")).includes("victim");
    expect([of("withDetails"), of("cannotConsent"), of("withoutName"), of("doesNotKnow")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("asks about graffiti, transport and online only where there was any", () => {
    expect(ids(asked({ incidentTypes: choices("graffiti") }, "short"))).toContain("graffitiThere");
    expect(ids(asked({ placeKind: choice("transport") }, "full"))).toContain("transport");
    expect(ids(asked({ placeKind: choice("transport") }, "short"))).not.toContain("transport");
    expect(ids(asked({ placeKind: choice("online") }, "full"))).toContain("online");
    expect(ids(asked({ placeKind: choice("online") }, "full"))).not.toContain("place");
    expect(ids(asked({ incidentTypes: choices("online") }, "full"))).toContain("online");
  });

  it("asks how to make contact safely only of those who want to be contacted, in the short report too", () => {
    const contact = (allowed: boolean) => ({ kind: "contact", allowed, ways: [], details: {} }) as const;
    expect(ids(asked({ contact: contact(true) }, "short"))).toContain("safeContact");
    expect(ids(asked({ contact: contact(false) }, "short"))).not.toContain("safeContact");
    expect(ids(asked({}, "short"))).not.toContain("safeContact");
  });

  it("asks which group was targeted for the chosen characteristics alone", () => {
    const question = questions.find(({ id }) => id === "characteristicDetail");
    const parts = question?.asks.kind === "several" ? question.asks.parts : [];
    const shown = partsAsked(parts, { characteristics: choices("religion", "disability") });
    expect(shown.map(({ id }) => id)).toEqual(["religion", "disability", "words"]);
  });

  it("does not ask a child about sexual orientation or gender identity for statistics", () => {
    const question = questions.find(({ id }) => id === "monitoring");
    const parts = question?.asks.kind === "several" ? question.asks.parts : [];
    const of = (ageBand: string) =>
      partsAsked(parts, { victim: { kind: "several", parts: { ageBand: choice(ageBand) } } }).map(({ id }) => id);
    expect(of("age14to15")).not.toContain("sexualOrientation");
    expect(of("age14to15")).not.toContain("genderIdentity");
    expect(of("age16to17")).toContain("sexualOrientation");
  });

  it("forgets for its conditions what was answered to a question that is hidden now", () => {
    const answers: Answers = {
      reporter: choice("self"),
      consentOfPerson: choice("withoutName"), // answered while it was a helper's report
    };
    expect(onPath(answers, "short")).not.toHaveProperty("consentOfPerson");
    expect(ids(asked(answers, "short"))).toContain("victim");
  });

  it("speaks to someone who does not say who they are as the person it happened to", () => {
    expect(whoOf({})).toBe("self");
    expect(whoOf({ reporter: { kind: "declined", because: "ratherNotSay" } })).toBe("self");
    expect(whoOf({ reporter: choice("helper") })).toBe("helper");
    expect(whoOf({ reporter: choice("worker") })).toBe("worker");
  });
});

describe("the way through a report with a worker", () => {
  const worker = { reporter: choice("worker") };
  const of = (answers: Answers, depth: Depth = "short") => ids(asked({ ...worker, ...answers }, depth));

  it("asks for privacy and what is wanted before anything else, and not what the tablet knows", () => {
    expect(next("danger", worker, "short")?.id).toBe("privacy");
    expect(of({}).slice(0, 4)).toEqual(["danger", "privacy", "wanted", "consentOfPerson"]);
    expect(onPath(worker, "short")).toEqual(worker);
    for (const id of ["keepDraft", "reporter", "relation", "students"]) expect(of({}, "full")).not.toContain(id);
    const full = of({ characteristics: choices("race") }, "full");
    expect(full).toEqual(expect.arrayContaining(["perceived", "monitoring"]));
    expect(full.slice(-5)).toEqual(["safeguarding", "session", "observations", "referral", "send"]);
  });

  it("never asks anybody else what only a worker is asked", () => {
    const answers: Answers = { wanted: choice("nothing"), privacy: choices("pause"), observations: words };
    for (const reporter of ["self", "witness", "helper"]) {
      const met = ids(asked({ ...answers, reporter: choice(reporter) }, "full"));
      for (const id of ["privacy", "wanted", "safeguarding", "session", "observations"]) expect(met).not.toContain(id);
    }
    expect(wantedOf(answers)).toBe("full");
  });

  it("asks for nothing that says who someone is, when they want no name given", () => {
    fc.assert(
      fc.property(anyAnswers(canary), depths, (given, depth) => {
        const answers = { ...given, ...worker, wanted: choice("noName") };
        for (const { id, group, asks } of asked(answers, depth)) {
          const parts = "parts" in asks ? partsAsked(asks.parts, answers) : [];
          const groups = parts.length > 0 ? parts.map((part) => part.group ?? group) : [group];
          expect(groups, id).not.toContain("identity");
        }
      }),
      { numRuns: 50 },
    );
  });

  it("asks only what a referral needs, at any depth, when they want support alone", () => {
    const wanted = { wanted: choice("supportOnly"), referral: choice("no") };
    const support = "danger privacy wanted characteristics victim contact needs safeguarding session send".split(" ");
    expect(of(wanted)).toEqual(support);
    expect(of(wanted, "full")).toEqual(support);
    expect(onPath({ ...worker, ...wanted }, "short").referral).toEqual(choice("yes"));
  });

  it("asks nothing more when they want nothing passed on, and finds everything again when they think otherwise", () => {
    const answers: Answers = { ...worker, wanted: choice("nothing"), ownWords: words };
    expect(ids(asked(answers, "full"))).toEqual(["danger", "privacy", "wanted"]);
    expect(next("wanted", answers, "full")).toBeNull();
    expect(onPath(answers, "full")).not.toHaveProperty("ownWords");
    expect(onPath({ ...answers, wanted: choice("full") }, "full")).toHaveProperty("ownWords");
  });
});
