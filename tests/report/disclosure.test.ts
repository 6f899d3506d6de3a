import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers, Consent } from "../../src/report/answer.ts";
import { consentFor, disclosed, letterOf } from "../../src/report/disclosure.ts";
import type { DisclosureChoice, Organisation } from "../../src/report/organisation.ts";
import { asked, wantedOf, whoOf } from "../../src/report/path.ts";
import type { Depth, Group, Part, Wanted } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import { answeredIn } from "./answered-in.ts";
import { anyAnswer, anyAnswers, canariesIn, canary } from "./arbitrary-answers.ts";
import { organisation, organisations } from "./deployment.ts";

const depths = fc.constantFrom<Depth>("short", "full");
const groups: readonly Group[] = ["facts", "identity", "accused", "monitoring", "office", "none"];

/** Every field that holds an answer, with the group that decides who may see it. */
const fields = questions.flatMap(({ id, group, asks }) => [
  { question: id, field: id, group, own: group },
  ...("parts" in asks ? asks.parts : []).map((part: Part) => ({
    question: id,
    field: `${id}.${part.id}`,
    group: part.group ?? group,
    own: group,
  })),
]);
const names = fields.map(({ field }) => field);

const anyChoice = (id: string): fc.Arbitrary<DisclosureChoice> =>
  fc.record({
    id: fc.constant(id),
    groups: fc.subarray([...groups]),
    questions: fc.oneof(fc.constant([]), fc.subarray(names, { maxLength: 6 })),
    except: fc.oneof(fc.constant([]), fc.subarray(names, { maxLength: 3 })),
  });

const anyOrganisation: fc.Arbitrary<Organisation> = fc.oneof(
  fc.constantFrom(...organisations),
  fc.record({
    id: fc.constant("landlord"),
    name: fc.constant("A landlord"),
    choices: fc.tuple(anyChoice("facts"), anyChoice("factsAndContact")),
    additions: fc.tuple(anyChoice("antisocialBehaviour")),
  }),
);

const anyConsent: fc.Arbitrary<Consent> = fc.record({
  choice: fc.constantFrom("facts", "factsAndContact", "support", "nothing", "everything"),
  additions: fc.subarray(["antisocialBehaviour", "unheardOf"]),
});

/** What was granted, said another way than the code says it. */
function mayBeSeen(name: string, to: Organisation, consent: Consent): boolean {
  const field = fields.findLast((each) => name === each.field || name.startsWith(`${each.field}.`));
  const choice = to.choices.find(({ id }) => id === consent.choice);
  if (!field || !choice) return false;
  const grants = [choice, ...to.additions.filter(({ id }) => consent.additions.includes(id))];
  if (grants.some(({ except }) => except.includes(field.field) || except.includes(field.question))) return false;
  return grants.some(
    (grant) =>
      (grant.groups.includes(field.group) && field.group !== "none") ||
      (field.group !== "none" && grant.questions.includes(field.field)) ||
      (field.group === field.own && field.group !== "none" && grant.questions.includes(field.question)),
  );
}

function letterText(answers: Answers, to: Organisation, consent: Consent, depth: Depth): string {
  const submission = "0123456789abcdef0123456789abcdef";
  const writtenAt = "2026-11-23T10:00:00.000Z";
  return JSON.stringify(
    letterOf({ answers, organisation: to, consent, depth, submission, writtenAt, language: "en-GB" }),
  );
}

/** What nobody is asked, because it goes without saying: that a worker writes, and that support is wanted. */
const understood = (answers: Answers): readonly string[] => [
  ...(whoOf(answers) === "worker" ? ["reporter"] : []),
  ...(wantedOf(answers) === "supportOnly" ? ["referral"] : []),
];

const choice = (option: string) => ({ kind: "choice", option }) as const;

/** A report that a worker writes with somebody who wants this passed on. */
const withWorker = (wanted: Wanted): fc.Arbitrary<Answers> =>
  anyAnswers(canary).map((answers) => ({ ...answers, reporter: choice("worker"), wanted: choice(wanted) }));

const text = (words: string) => ({ kind: "text", text: words, language: "en-GB" }) as const;

describe("a letter", () => {
  it("has no answer of a group that its organisation was not granted, whatever the answers and the consent", () => {
    fc.assert(
      fc.property(anyAnswers(canary), anyOrganisation, anyConsent, depths, (answers, to, consent, depth) => {
        const letter = letterText(answers, to, consent, depth);
        expect(canariesIn(letter).filter((field) => !mayBeSeen(field, to, consent))).toEqual([]);
        const named = answeredIn(disclosed(answers, to, consent, depth));
        expect(named.filter((field) => !mayBeSeen(field, to, consent))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("has every answer that stands and was granted: nobody's words are lost on the way", () => {
    const all = { id: "all", groups: [...groups], questions: [], except: [] };
    const everything: Organisation = { id: "x", name: "X", choices: [all], additions: [] };
    fc.assert(
      fc.property(anyAnswers(canary), (answers) => {
        const sees = disclosed(answers, everything, { choice: "all", additions: [] }, "full");
        const expected = asked(answers, "full").filter(
          ({ id, group }) => answers[id] && group !== "none" && group !== "monitoring",
        );
        if (wantedOf(answers) !== "full") return; // what they are offered then is told below
        const whole = expected
          .filter(({ asks }) => asks.kind !== "several" && asks.kind !== "people")
          .map(({ id }) => id);
        expect(Object.keys(sees)).toEqual(expect.arrayContaining(whole));
      }),
      { numRuns: 100 },
    );
  });

  it("never has statistics about the person together with who they are", () => {
    const isIdentity = (name: string) => fields.find(({ field }) => field === name)?.group === "identity";
    fc.assert(
      fc.property(anyAnswers(canary), anyOrganisation, anyConsent, depths, (answers, to, consent, depth) => {
        const sees = disclosed(answers, to, consent, depth);
        if (sees.monitoring) expect(answeredIn(sees).filter(isIdentity)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("has nothing that a changed answer has hidden", () => {
    const aChange = fc
      .constantFrom(...questions)
      .chain((question) => anyAnswer(question, canary).map((value) => ({ id: question.id, value })));
    fc.assert(
      fc.property(
        anyAnswers(canary),
        aChange,
        anyOrganisation,
        anyConsent,
        depths,
        (before, { id, value }, to, consent, depth) => {
          const { [id]: _old, ...others } = before;
          const after: Answers = value ? { ...others, [id]: value } : others;
          const stillAsked = new Set([...asked(after, depth).map((question) => question.id), ...understood(after)]);
          const told = canariesIn(letterText(after, to, consent, depth));
          expect(told.filter((field) => !stillAsked.has(field.split(".")[0] ?? ""))).toEqual([]);
          expect(
            Object.keys(disclosed(after, to, consent, depth)).filter((question) => !stillAsked.has(question)),
          ).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("tells an organisation only what was agreed with it", () => {
    const answers: Answers = {
      ownWords: text("They shouted."),
      send: {
        kind: "consent",
        given: {
          police: { choice: "facts", additions: [] },
          council: { choice: "facts", additions: ["antisocialBehaviour"] },
        },
      },
    };
    const letter = letterText(
      answers,
      organisation("police"),
      { choice: "facts", additions: ["antisocialBehaviour"] },
      "short",
    );
    expect(letter).not.toMatch(/council|antisocialBehaviour/);
    expect(JSON.parse(letter).consent).toEqual({ choice: "facts", additions: [], wording: expect.any(String) });
  });
});

describe("a letter that a worker writes with the person", () => {
  const groupOf = (name: string) =>
    fields.findLast((each) => name === each.field || name.startsWith(`${each.field}.`))?.group;
  const everything: Organisation = {
    id: "x",
    name: "X",
    choices: [{ id: "facts", groups: [...groups], questions: names, except: [] }],
    additions: [],
  };

  it("says nothing of who they are when they want no name given, whatever was typed, chosen and agreed before", () => {
    const to = fc.oneof(anyOrganisation, fc.constant(everything));
    fc.assert(
      fc.property(withWorker("noName"), to, anyConsent, depths, (answers, organisation, consent, depth) => {
        const told = canariesIn(letterText(answers, organisation, consent, depth));
        expect(told.filter((field) => groupOf(field) === "identity")).toEqual([]);
        const seen = answeredIn(disclosed(answers, organisation, consent, depth));
        expect(seen.filter((field) => groupOf(field) === "identity")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("goes to Victims First alone when they want only support, and says no more than was asked for that", () => {
    const support = ["reporter", "wanted", "characteristics", "victim", "contact", "safeContact", "needs", "referral"];
    const asked = [...support, "safeguarding", "session"];
    fc.assert(
      fc.property(withWorker("supportOnly"), anyConsent, depths, (given, consent, depth) => {
        for (const to of organisations) {
          const sent = Object.fromEntries(organisations.map(({ id }) => [id, consent]));
          const answers: Answers = { ...given, send: { kind: "consent", given: sent } };
          const sees = disclosed(answers, to, consent, depth);
          expect(Object.keys(sees).filter((id) => !asked.includes(id))).toEqual([]);
          const isReferral = to.id === "victimsFirst" && consent.choice === "support";
          expect(consentFor(answers, to)).toEqual(isReferral ? consent : null);
          expect(sees.referral).toEqual(isReferral ? choice("yes") : undefined);
          if (!isReferral) expect(sees).toEqual({});
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is never written when they want nothing passed on", () => {
    fc.assert(
      fc.property(withWorker("nothing"), anyOrganisation, anyConsent, depths, (answers, to, consent, depth) => {
        const send = { kind: "consent", given: { [to.id]: consent } } as const;
        expect(consentFor({ ...answers, send }, to)).toBeNull();
        expect(disclosed(answers, to, consent, depth)).toEqual({});
      }),
      { numRuns: 100 },
    );
  });

  it("has what the worker noted for the police and Victims First, and never for a council", () => {
    const wanted = fc.constantFrom<Wanted>("full", "noName", "supportOnly", "nothing");
    fc.assert(
      fc.property(wanted.chain(withWorker), anyConsent, depths, (answers, consent, depth) => {
        const told = canariesIn(letterText(answers, organisation("council"), consent, depth));
        expect(told.filter((field) => groupOf(field) === "office")).toEqual([]);
      }),
      { numRuns: 100 },
    );
    const observations = text("A torn sleeve");
    const answers: Answers = { reporter: choice("worker"), wanted: choice("noName"), observations };
    for (const to of ["police", "victimsFirst"]) {
      const sees = disclosed(answers, organisation(to), { choice: "facts", additions: [] }, "full");
      expect(sees.observations).toEqual(observations);
    }
  });
});
