import { named, personal, short, yesNo } from "./asking.ts";
import type { Question } from "./question.ts";

const section = "send";

/** Where it goes: the one thing that nobody can leave out. */
export const send: readonly Question[] = [
  { ...short, ...personal, id: "referral", section, group: "identity", askIf: named, asks: yesNo },
  { ...short, id: "send", section, group: "none", supportOnly: true, asks: { kind: "consent" }, declines: [] },
];
