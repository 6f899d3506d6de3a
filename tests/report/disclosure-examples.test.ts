import { describe, expect, it } from "vitest";
import type { Answers, Consent, Parts } from "../../src/report/answer.ts";
import { disclosed } from "../../src/report/disclosure.ts";
import type { DisclosureChoice, Organisation } from "../../src/report/organisation.ts";
import { answeredIn } from "./answered-in.ts";
import { organisation } from "./deployment.ts";

const text = (words: string) => ({ kind: "text", text: words, language: "en-GB" }) as const;
const choice = (option: string) => ({ kind: "choice", option }) as const;
const choices = (...options: string[]) => ({ kind: "choices", options }) as const;
const several = (parts: Parts) => ({ kind: "several", parts }) as const;

describe("a question that an organisation was granted by name", () => {
  const answers: Answers = {
    incidentTypes: choices("online"),
    online: several({ addresses: text("https://example.org"), userNames: text("@hater") }),
  };
  const sees = (...names: string[]) => {
    const facts: DisclosureChoice = { id: "facts", groups: [], questions: names, except: [] };
    const landlord: Organisation = { id: "landlord", name: "A landlord", choices: [facts], additions: [] };
    return answeredIn(disclosed(answers, landlord, { choice: "facts", additions: [] }, "full"));
  };

  it("does not bring along its parts of another group", () => {
    expect(sees("online")).toEqual(["online.addresses"]);
  });

  it("brings a part that is named itself, and that alone", () => {
    expect(sees("online.userNames")).toEqual(["online.userNames"]);
  });
});

describe("changing one's mind", () => {
  const police = organisation("police");
  const all: Consent = { choice: "factsAndContact", additions: [] };
  const sees = (answers: Answers) => disclosed(answers, police, all, "full");

  it("takes the graffiti out of the letter when there was none after all", () => {
    const graffitiThere = several({ wording: text("go home") });
    expect(sees({ incidentTypes: choices("graffiti"), graffitiThere })).toHaveProperty("graffitiThere");
    expect(sees({ incidentTypes: choices("threats"), graffitiThere })).not.toHaveProperty("graffitiThere");
  });

  it("takes one group targeted out of the letter with its characteristic, and leaves the others", () => {
    const characteristicDetail = several({ race: choices("black"), religion: choices("muslim") });
    const after = sees({ characteristics: choices("religion"), characteristicDetail });
    expect(after.characteristicDetail).toEqual(several({ religion: choices("muslim") }));
  });

  it("takes the witnesses' names out of the letter when they do not agree", () => {
    const contact = text("Amina, 07700 900123");
    const witnesses = (agreed: string) => several({ seen: choice("yes"), agreed: choice(agreed), contact });
    expect(JSON.stringify(sees({ witnesses: witnesses("yes") }))).toContain("Amina");
    expect(JSON.stringify(sees({ witnesses: witnesses("no") }))).not.toContain("Amina");
    const nobody = several({ seen: choice("no"), agreed: choice("yes"), contact });
    expect(JSON.stringify(sees({ witnesses: nobody }))).not.toContain("Amina");
  });

  it("takes the person's name out of the letter when they agree only without it", () => {
    const victim = several({ name: text("Zainab") });
    const of = (consent: string) => sees({ reporter: choice("helper"), consentOfPerson: choice(consent), victim });
    expect(JSON.stringify(of("withDetails"))).toContain("Zainab");
    expect(JSON.stringify(of("withoutName"))).not.toContain("Zainab");
  });

  it("takes what was told in full out of the letter when the report becomes a short one", () => {
    const answers: Answers = { ownWords: text("They shouted."), exactWords: text("Those words") };
    expect(disclosed(answers, police, all, "short")).toEqual({ ownWords: answers.ownWords });
  });

  it("takes own words out of the letter when the option they explained is no longer chosen", () => {
    const incidentTypes = { ...choices("threats"), ownWords: { text: "a secret", language: "en-GB" } };
    expect(sees({ incidentTypes })).toEqual({ incidentTypes: choices("threats") });
  });
});

describe("who gets what in Thames Valley", () => {
  const answers: Answers = {
    reporter: choice("self"),
    incidentTypes: choices("graffiti", "online"),
    ownWords: text("own words"),
    exactWords: text("exact words"),
    graffitiThere: several({ wording: text("on the wall") }),
    characteristics: choices("race"),
    placeKind: choice("street"),
    place: { kind: "place", postcode: "OX1 1BF" },
    online: several({ addresses: text("https://example.org"), userNames: text("@hater") }),
    offender: { kind: "people", people: [{ name: text("Dave") }] },
    witnesses: several({ seen: choice("yes"), agreed: choice("yes"), contact: text("Amina") }),
    victim: several({ name: text("Zainab") }),
    contact: {
      kind: "contact",
      allowed: true,
      ways: ["phone"],
      details: { phone: { text: "07700", language: "en-GB" } },
    },
    safeContact: several({ say: text("It is the library") }),
    needs: several({ words: text("a ramp") }),
    monitoring: several({ religion: choice("hindu") }),
    referral: choice("yes"),
  };
  const sees = (to: string, chosen: string, ...additions: string[]) =>
    answeredIn(disclosed(answers, organisation(to), { choice: chosen, additions }, "full"));

  const facts = [
    "reporter",
    "incidentTypes",
    "ownWords",
    "exactWords",
    "graffitiThere.wording",
    "characteristics",
    "placeKind",
    "place",
    "online.addresses",
  ];
  const graffiti = ["graffitiThere.wording", "place"];

  it.each([
    [
      "police",
      "facts",
      [],
      [...facts, "online.userNames", "offender.name", "witnesses.seen", "witnesses.agreed", "monitoring.religion"],
    ],
    [
      "police",
      "factsAndContact",
      [],
      [
        ...facts,
        "online.userNames",
        "offender.name",
        "witnesses.seen",
        "witnesses.agreed",
        "witnesses.contact",
        "victim.name",
        "contact",
        "safeContact.say",
        "needs.words",
      ],
    ],
    ["victimsFirst", "facts", [], [...facts, "witnesses.seen", "witnesses.agreed", "monitoring.religion"]],
    [
      "victimsFirst",
      "factsAndContact",
      [],
      [
        ...facts,
        "witnesses.seen",
        "witnesses.agreed",
        "witnesses.contact",
        "victim.name",
        "contact",
        "safeContact.say",
        "needs.words",
        "referral",
      ],
    ],
    ["council", "facts", [], graffiti],
    ["council", "factsAndContact", [], [...graffiti, "contact", "safeContact.say"]],
    ["council", "facts", ["antisocialBehaviour"], ["incidentTypes", "ownWords", ...graffiti, "placeKind"]],
    ["council", "nothing", ["antisocialBehaviour"], []],
    ["police", "everything", [], []],
  ])("gives the %s, for %s %j, just this", (to, chosen, additions, expected) => {
    expect(sees(to, chosen, ...additions).toSorted()).toEqual(expected.toSorted());
  });
});
