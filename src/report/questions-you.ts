import { choice, choices, full, line, lines, named, options, part, personal, short, yesNo } from "./asking.ts";
import { ageBands, ethnicities, religions, under16 } from "./census-categories.ts";
import type { Condition, Question } from "./question.ts";

const section = "you";

const atWork = { part: "atWork", includes: "yes" } as const;
const notUnder16: Condition = { not: { answer: "victim", part: "ageBand", includes: under16 } };

/** Who the person is and how to reach them safely. The part that most organisations see only if they are trusted with it. */
export const you: readonly Question[] = [
  {
    ...short,
    id: "victim",
    section,
    group: "identity",
    supportOnly: true,
    // Nobody is named who wants no name given, or who knows nothing of the report.
    askIf: { all: [named, { not: { answer: "consentOfPerson", includes: ["withoutName", "doesNotKnow"] } }] },
    asks: {
      kind: "several",
      parts: [
        part("name", line(200)),
        part("pronouns", line(50)),
        part("ageBand", choice(ageBands)),
        part("dateOfBirth", line(10, "date")),
        part("address", lines(500)),
      ],
    },
  },
  {
    ...full,
    id: "victimOrganisation",
    section,
    group: "facts",
    asks: {
      kind: "several",
      parts: [
        part("atWork", yesNo),
        part("sector", choice("police health care shop hospitality transport education council delivery other+"), {
          revealIf: atWork,
        }),
        part("employer", line(200), { revealIf: atWork }),
        part("role", line(200), { revealIf: atWork }),
      ],
    },
  },
  {
    ...short,
    ...personal,
    id: "contact",
    section,
    group: "identity",
    supportOnly: true,
    askIf: named,
    asks: { kind: "contact", ways: options("phone text email post connectPoint friend") },
  },
  {
    ...short,
    ...personal,
    id: "safeContact",
    section,
    group: "identity",
    supportOnly: true,
    askIf: { answer: "contact", includes: "yes" },
    asks: {
      kind: "several",
      parts: [
        part("times", lines(500)),
        part("onlyMe", yesNo),
        part("voicemail", yesNo),
        part("say", lines(500)),
        part("codeWord", line(50)),
      ],
    },
  },
  {
    ...full,
    ...personal,
    easyRead: true,
    id: "needs",
    section,
    group: "identity",
    supportOnly: true,
    askIf: named,
    asks: {
      kind: "several",
      parts: [
        part(
          "ways",
          choices(
            "interpreter bsl largePrint easyRead hearing womanOfficer manOfficer plainClothes someoneWithMe wheelchair none!",
          ),
        ),
        part("interpreterLanguage", line(100), { revealIf: { part: "ways", includes: "interpreter" } }),
        part("words", lines(500)),
      ],
    },
  },
  {
    ...full,
    ...personal,
    id: "students",
    section,
    group: "identity",
    askedOf: ["self"],
    asks: {
      kind: "several",
      parts: [
        part("student", choice("university college school no")),
        part("where", line(200), { revealIf: { part: "student", includes: ["university", "college", "school"] } }),
      ],
    },
  },
  {
    ...full,
    ...personal,
    id: "monitoring",
    section,
    group: "monitoring",
    askedOf: ["self", "worker"],
    asks: {
      kind: "several",
      parts: [
        part("age", choice(ageBands)),
        part("sex", choice("female male")),
        part("genderIdentity", choice("same different+"), { askIf: notUnder16 }),
        part("ethnicity", choice(ethnicities)),
        part("religion", choice(religions)),
        part("sexualOrientation", choice("straight gayOrLesbian bisexual other+"), { askIf: notUnder16 }),
        part("disability", yesNo),
        part("disabilityLimits", choice("aLot aLittle notAtAll"), {
          revealIf: { part: "disability", includes: "yes" },
        }),
        part("mainLanguage", line(100)),
      ],
    },
  },
];
