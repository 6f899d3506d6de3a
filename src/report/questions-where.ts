import { choice, choices, full, line, lines, part, short } from "./asking.ts";
import type { Condition, Question } from "./question.ts";

const section = "where";

const placeWasOnline: Condition = { answer: "placeKind", includes: "online" };

/** When and where, as exactly or as roughly as the person knows. */
export const where: readonly Question[] = [
  { ...short, id: "when", section, group: "facts", asks: { kind: "when" } },
  {
    ...short,
    id: "placeKind",
    section,
    group: "facts",
    asks: choice(
      "home street shop pub transport park school university work health worship publicBuilding custody sports online " +
        "other+",
    ),
  },
  { ...short, id: "place", section, group: "facts", askIf: { not: placeWasOnline }, asks: { kind: "place" } },
  {
    ...full,
    id: "transport",
    section,
    group: "facts",
    askIf: { answer: "placeKind", includes: "transport" },
    asks: {
      kind: "several",
      parts: [
        part("vehicle", choice("bus train taxi stopOrStation other+")),
        part("operator", line(100)),
        part("line", line(100)),
        part("number", line(100)),
        part("time", line(100)),
        part("direction", line(200)),
      ],
    },
  },
  {
    ...full,
    id: "online",
    section,
    group: "facts",
    askIf: { any: [placeWasOnline, { answer: "incidentTypes", includes: "online" }] },
    asks: {
      kind: "several",
      parts: [
        part(
          "platform",
          choices("facebook instagram tiktok x snapchat whatsapp youtube discord game email textMessage call other+"),
        ),
        part("addresses", lines(2_000)),
        part("userNames", lines(500), { group: "accused" }),
      ],
    },
  },
];
