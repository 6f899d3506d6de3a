import { choice, choices, full, line, lines, part, short, yesNo } from "./asking.ts";
import type { Part, Question } from "./question.ts";

const own = { section: "worker", group: "office", askedOf: ["worker"], declines: [], forWorker: true } as const;

const atRisk = { part: "atRisk", includes: ["child", "adult", "both"] } as const;
const interpreted = { part: "interpreter", includes: "yes" } as const;

const byApp = (id: string): Part => part(id, line(200), { byApp: true });

/** What a worker at a Connect point adds, apart from what the person says. No council ever sees it. */
export const worker: readonly Question[] = [
  {
    ...short,
    ...own,
    id: "safeguarding",
    supportOnly: true,
    asks: {
      kind: "several",
      parts: [
        part("atRisk", choice("no child adult both")),
        part("reason", lines(2_000), { revealIf: atRisk }),
        part("told", choices("ownLead childrensTeam adultsTeam police nobody! other+"), { revealIf: atRisk }),
        part("withoutConsent", yesNo, { revealIf: atRisk }),
        part("why", lines(2_000), { revealIf: { part: "withoutConsent", includes: "yes" } }),
        part("personTold", choice("yes no unsafe"), { revealIf: { part: "withoutConsent", includes: "yes" } }),
      ],
    },
  },
  {
    ...short,
    ...own,
    id: "session",
    supportOnly: true,
    asks: {
      kind: "several",
      parts: [
        byApp("point"),
        byApp("worker"),
        part("present", choices("nobody! friendOrFamily carer advocate interpreter otherWorker other+")),
        part("interpreter", yesNo),
        part("interpreterName", line(200), { revealIf: interpreted }),
        part("interpreterLanguage", line(100), { revealIf: interpreted }),
        part("interpreterHow", choice("inPerson phone video"), { revealIf: interpreted }),
        part("readBack", choice("yes changed no")),
        part("leaflet", choice("yes no unsafe")),
      ],
    },
  },
  { ...full, ...own, id: "observations", asks: lines(5_000) },
];
