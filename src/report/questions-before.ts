import { choice, full, personal, short, yesNo } from "./asking.ts";
import type { Question } from "./question.ts";

const section = "before";

/** Safety first, then who is writing and whether the person concerned agrees. */
export const before: readonly Question[] = [
  { ...short, id: "danger", section, group: "none", asks: yesNo, declines: ["dontKnow"] },
  { ...short, id: "keepDraft", section, group: "none", asks: choice("keep dontKeep"), declines: ["dontKnow"] },
  { ...short, ...personal, id: "reporter", section, group: "facts", asks: choice("self witness helper") },
  {
    ...short,
    id: "consentOfPerson",
    section,
    group: "office",
    askedOf: ["helper"],
    asks: choice("withDetails withoutName doesNotKnow cannotConsent+"),
  },
  {
    ...full,
    id: "relation",
    section,
    group: "identity",
    askedOf: ["witness", "helper"],
    asks: choice("family partner friend carer supportWorker teacher colleague neighbour stranger other+"),
  },
];
