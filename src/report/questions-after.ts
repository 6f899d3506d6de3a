import { choice, choices, full, line, lines, part, short, yesNo } from "./asking.ts";
import type { Question } from "./question.ts";

const section = "after";

/** What it did to people and things, what was kept, what came before, and what should happen now. */
export const after: readonly Question[] = [
  {
    ...full,
    easyRead: true,
    id: "injuries",
    section,
    group: "facts",
    asks: {
      kind: "several",
      parts: [
        part("hurt", choices("physical emotional nobody!")),
        part("words", lines(1_000), { revealIf: { part: "hurt", includes: "physical" } }),
        part("treatment", choice("none firstAid doctor hospital"), {
          revealIf: { part: "hurt", includes: "physical" },
        }),
        part("photos", yesNo, { revealIf: { part: "hurt", includes: "physical" } }),
      ],
    },
  },
  {
    ...full,
    id: "effect",
    section,
    group: "facts",
    asks: {
      kind: "several",
      parts: [
        part("ways", choices("goingOut sleep feelings health work school family money avoid moved none!")),
        part("words", lines(2_000)),
      ],
    },
  },
  {
    ...full,
    id: "loss",
    section,
    group: "facts",
    asks: {
      kind: "several",
      parts: [
        part("ways", choices("damaged stolen money nothing!")),
        part("words", lines(1_000), { revealIf: { part: "ways", includes: ["damaged", "stolen", "money"] } }),
        part("value", line(100), { revealIf: { part: "ways", includes: ["damaged", "stolen", "money"] } }),
      ],
    },
  },
  {
    ...full,
    id: "traces",
    section,
    group: "facts",
    asks: {
      kind: "several",
      parts: [
        part("kept", choices("clothes letters objects messages nothing!")),
        part("cctv", choice("yes no notSure")),
        part("words", lines(1_000)),
      ],
    },
  },
  {
    ...full,
    easyRead: true,
    id: "before",
    section,
    group: "facts",
    asks: {
      kind: "several",
      parts: [
        part("often", choice("never once several often")),
        part("howLong", choice("days weeks months years"), {
          revealIf: { part: "often", includes: ["several", "often"] },
        }),
        part("samePeople", choice("yes some no notSure"), {
          revealIf: { part: "often", includes: ["once", "several", "often"] },
        }),
        part("reported", choice("all some none"), {
          revealIf: { part: "often", includes: ["once", "several", "often"] },
        }),
        part("words", lines(2_000), { revealIf: { part: "often", includes: ["once", "several", "often"] } }),
      ],
    },
  },
  {
    ...full,
    id: "reported",
    section,
    group: "facts",
    asks: {
      kind: "several",
      parts: [
        part("told", choices("police council landlord school work health support transport platform nobody! other+")),
        part("policeReference", line(100), { revealIf: { part: "told", includes: "police" } }),
        part("words", lines(1_000)),
      ],
    },
  },
  {
    ...short,
    id: "wishes",
    section,
    group: "facts",
    asks: choices("record investigate beContacted support cleanUp stop talk other+"),
  },
];
