import { choice, choices, full, named, personal, short, yesNo } from "./asking.ts";
import type { Question, Who } from "./question.ts";

const section = "before";

/** Those who write by themselves. A worker's app says that it is a worker before the questions begin. */
const alone: readonly Who[] = ["self", "witness", "helper"];

/** Safety first, then who is writing and whether the person concerned agrees. */
export const before: readonly Question[] = [
  { ...short, id: "danger", section, group: "none", asks: yesNo, declines: ["dontKnow"] },
  {
    ...short,
    id: "keepDraft",
    section,
    group: "none",
    askedOf: alone,
    asks: choice("keep dontKeep"),
    declines: ["dontKnow"],
  },
  {
    ...short,
    ...personal,
    id: "reporter",
    section,
    group: "facts",
    askedOf: alone,
    asks: choice("self witness helper worker*"),
  },
  {
    ...short,
    id: "privacy",
    section,
    group: "none",
    askedOf: ["worker"],
    asks: choices("private notPrivate company otherWorker pause"),
  },
  {
    ...short,
    id: "wanted",
    section,
    group: "office",
    askedOf: ["worker"],
    asks: choice("full noName supportOnly nothing"),
    declines: ["dontKnow"],
  },
  {
    ...short,
    id: "consentOfPerson",
    section,
    group: "office",
    askedOf: ["helper", "worker"],
    askIf: named,
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
