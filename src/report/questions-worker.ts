import { choice, choices, full, line, lines, part, short, yesNo } from "./asking.ts";
import type { Question } from "./question.ts";

/** What the worker's own pages have in common: apart from what the person says, and never in the person's hands. */
const own = {
  section: "worker",
  group: "office",
  askedOf: ["worker"],
  forWorker: true,
  supportOnly: true,
} as const;

const yes = { includes: "yes" } as const;

/** What a worker at a Connect point adds: what keeps people safe, how the talk went, and what they saw themselves. */
export const worker: readonly Question[] = [
  {
    ...short,
    ...own,
    id: "safeguarding",
    asks: {
      kind: "several",
      parts: [
        part("atRisk", choice("yes no notSure")),
        part("reason", lines(2_000), { revealIf: { part: "atRisk", includes: ["yes", "notSure"] } }),
        part("told", choices("ownLead childrensService adultsService emergency nobodyYet!"), {
          revealIf: { part: "atRisk", includes: ["yes", "notSure"] },
        }),
        part("withoutConsent", yesNo, { revealIf: { part: "atRisk", includes: ["yes", "notSure"] } }),
        part("whyWithoutConsent", lines(1_000), { revealIf: { part: "withoutConsent", ...yes } }),
      ],
    },
  },
  {
    ...short,
    ...own,
    id: "session",
    asks: {
      kind: "several",
      parts: [
        // The first two are the tablet's to say, and no field shows them: see `filledIn`.
        part("point", line(120), { filledIn: true }),
        part("worker", line(60), { filledIn: true }),
        part("present", line(300)),
        part("interpreter", yesNo),
        part("interpreterName", line(200), { revealIf: { part: "interpreter", ...yes } }),
        part("interpreterLanguage", line(100), { revealIf: { part: "interpreter", ...yes } }),
        part("interpreterBy", choice("inPerson phone video"), { revealIf: { part: "interpreter", ...yes } }),
        part("readBack", choice("yes changed no")),
        part("leaflet", choice("yes notSafe no")),
      ],
    },
  },
  { ...full, ...own, id: "observations", asks: lines(5_000) },
];
