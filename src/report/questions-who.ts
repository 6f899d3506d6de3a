import { choice, choices, full, line, lines, named, part, yesNo } from "./asking.ts";
import type { Question } from "./question.ts";

const section = "who";

/** Who did it, whether they are still feared, and who saw it. */
export const who: readonly Question[] = [
  { ...full, easyRead: true, id: "offenderCount", section, group: "accused", asks: { kind: "number", most: 10_000 } },
  {
    ...full,
    easyRead: true,
    id: "offenderKnown",
    section,
    group: "accused",
    asks: choices(
      "stranger bySight neighbour colleague pupil customer carer partner family falseFriend official other+",
    ),
  },
  {
    ...full,
    id: "offender",
    section,
    group: "accused",
    asks: {
      kind: "people",
      most: 8,
      parts: [
        part("name", line(200)),
        part("age", choice("child teenager youngAdult middleAged older")),
        part("gender", choice("man woman other+")),
        part("build", choice("thin medium large")),
        part("height", choice("short medium tall")),
        part("hair", line(200)),
        part("clothes", line(300)),
        part("marks", line(300)),
        part("accent", line(200)),
        part("vehicle", line(200)),
        part("whereFound", line(300)),
      ],
    },
  },
  {
    ...full,
    easyRead: true,
    id: "stillAtRisk",
    section,
    group: "facts",
    asks: {
      kind: "several",
      parts: [
        part("afraid", choices("notAfraid! comeBack hurt family home workOrSchool online revenge")),
        part("words", lines(1_000)),
      ],
    },
  },
  {
    ...full,
    id: "witnesses",
    section,
    group: "identity",
    asks: {
      kind: "several",
      parts: [
        part("seen", yesNo, { group: "facts" }),
        part("kinds", choices("friendOrFamily neighbour passerBy staff driver other+"), {
          group: "facts",
          revealIf: { part: "seen", includes: "yes" },
        }),
        part("agreed", yesNo, { group: "facts", revealIf: { part: "seen", includes: "yes" } }),
        part("contact", lines(1_000), { askIf: named, revealIf: { part: "agreed", includes: "yes" } }),
      ],
    },
  },
];
