import type { Answers } from "./answer.ts";
import type { DisclosureChoice, Organisation } from "./organisation.ts";
import { wantedOf } from "./path.ts";
import type { Group, Part, Question, Wanted } from "./question.ts";
import { questions } from "./questions.ts";

/**
 * The organisation with those of its choices and additions that this person is offered. Someone who wants only support is
 * offered what was made for that and nothing else, someone who wants no name given nothing that would tell it.
 */
export function offered(organisation: Organisation, answers: Answers): Organisation {
  const wanted = wantedOf(answers);
  const fits = (choice: DisclosureChoice) => isOffered(choice, wanted);
  return {
    ...organisation,
    choices: organisation.choices.filter(fits),
    additions: organisation.additions.filter(fits),
  };
}

function isOffered(choice: DisclosureChoice, wanted: Wanted): boolean {
  switch (wanted) {
    case "full":
      return !choice.supportOnly;
    case "noName":
      return !choice.supportOnly && !tellsWho(choice);
    case "supportOnly":
      return choice.supportOnly === true;
    case "nothing":
      return false;
  }
}

/** Whether this choice lets an organisation know who the person is, whatever they answered. */
export function tellsWho({ groups, questions: named }: DisclosureChoice): boolean {
  if (groups.includes("identity")) return true;
  return questions.some((question) =>
    "parts" in question.asks
      ? question.asks.parts.some(
          (part) =>
            groupOf(question, part) === "identity" && namesOf(question, part).some((name) => named.includes(name)),
        )
      : question.group === "identity" && named.includes(question.id),
  );
}

export const groupOf = (question: Question, part: Part | null): Group => part?.group ?? question.group;

export function namesOf(question: Question, part: Part | null): readonly string[] {
  return part ? [question.id, `${question.id}.${part.id}`] : [question.id];
}
