import { choice, choices, full, personal, short, yesNo } from "./asking.ts";
import type { Question, Who } from "./question.ts";

const section = "before";
/** A worker at a Connect point writes with somebody who sits beside them, on a tablet that keeps what is not finished. */
const onOwnDevice: readonly Who[] = ["self", "witness", "helper"];

/** Safety first, then who is writing and whether the person concerned agrees. */
export const before: readonly Question[] = [
  { ...short, id: "danger", section, group: "none", asks: yesNo, declines: ["dontKnow"] },
  {
    ...short,
    id: "keepDraft",
    section,
    group: "none",
    askedOf: onOwnDevice,
    asks: choice("keep dontKeep"),
    declines: ["dontKnow"],
  },
  {
    ...short,
    ...personal,
    id: "reporter",
    section,
    group: "facts",
    askedOf: onOwnDevice,
    asks: choice("self witness helper"),
  },
  {
    ...short,
    ...personal,
    id: "privacy",
    section,
    group: "none",
    askedOf: ["worker"],
    asks: choices("fine! quieterPlace someoneWithMe anotherWorker breakFirst"),
  },
  {
    ...short,
    id: "wanted",
    section,
    group: "office",
    askedOf: ["worker"],
    asks: choice("full noName supportOnly nothing"),
    declines: [],
  },
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
