import { accepts } from "./accepts.ts";
import type { Answers, Consent } from "./answer.ts";
import { chosenFor, consentFor, disclosed } from "./disclosure.ts";
import { offered } from "./offered.ts";
import type { Organisation } from "./organisation.ts";
import { wantedOf } from "./path.ts";
import type { Depth } from "./question.ts";
import { questions } from "./questions.ts";
import { standing } from "./standing.ts";

/** What keeps a report from being sent, and the question to go to. Words: `problems.json`, under `lack`. */
export type Lack =
  /** The person wants nothing told to anybody. */
  | { readonly kind: "nothingWanted"; readonly question: "wanted" }
  /** Neither own words nor a kind of incident nor a characteristic. */
  | { readonly kind: "whatHappened"; readonly question: "incidentTypes" }
  /** An answer that `accepts` objects to was left as it is. */
  | { readonly kind: "unaccepted"; readonly question: string }
  | { readonly kind: "whereToSend"; readonly question: "send" }
  /** What was chosen for this organisation is not offered any more. */
  | { readonly kind: "choiceGone"; readonly question: "send"; readonly organisation: string }
  /** This organisation was chosen and would get nothing about what happened. */
  | { readonly kind: "nothingToTell"; readonly question: "send"; readonly organisation: string }
  /** Support was asked for, and nobody may reach the person. */
  | { readonly kind: "wayToContact"; readonly question: "contact" }
  /** Support was asked for, and nobody who could give it learns of that. */
  | { readonly kind: "referralUnsent"; readonly question: "send" };

/**
 * What is missing before the report may be sent, in the order of the questions; empty when nothing is. A report that is
 * ready makes letters that `readLetter` reads. For `today` see `accepts`.
 */
export function ready(
  answers: Answers,
  depth: Depth,
  organisations: readonly Organisation[],
  today: string,
): readonly Lack[] {
  const wanted = wantedOf(answers);
  if (wanted === "nothing") return [{ kind: "nothingWanted", question: "wanted" }];
  const isReport = wanted !== "supportOnly";
  const stand = standing(answers, depth);
  const letters = organisations.flatMap((organisation) => {
    const consent = consentFor(answers, organisation);
    return consent ? [{ organisation: organisation.id, sees: seenBy(organisation, consent) }] : [];
  });
  function seenBy(organisation: Organisation, consent: Consent): Answers {
    return disclosed(answers, organisation, consent, depth);
  }
  return [
    ...(isReport && !["incidentTypes", "ownWords", "characteristics"].some((id) => isGiven(stand, id))
      ? [{ kind: "whatHappened", question: "incidentTypes" } as const]
      : []),
    ...unaccepted(stand, today),
    ...referralLacks(
      stand,
      letters.map(({ sees }) => sees),
    ),
    ...choicesGone(answers, organisations),
    ...(letters.length === 0 ? [{ kind: "whereToSend", question: "send" } as const] : []),
    ...letters
      .filter(({ sees }) => isReport && !tellsWhatHappened(sees))
      .map(({ organisation }) => ({ kind: "nothingToTell", question: "send", organisation }) as const),
  ];
}

function unaccepted(stand: Answers, today: string): readonly Lack[] {
  return questions.flatMap((question) => {
    const value = stand[question.id];
    if (!value || accepts(question, value, today).length === 0) return [];
    return [{ kind: "unaccepted", question: question.id } as const];
  });
}

/** An organisation that offers nothing now is not among those to choose for, and so needs no other choice. */
function choicesGone(answers: Answers, organisations: readonly Organisation[]): readonly Lack[] {
  return organisations
    .filter(
      (each) => chosenFor(answers, each) && !consentFor(answers, each) && offered(each, answers).choices.length > 0,
    )
    .map(({ id }) => ({ kind: "choiceGone", question: "send", organisation: id }) as const);
}

function referralLacks(stand: Answers, letters: readonly Answers[]): readonly Lack[] {
  const { referral, contact } = stand;
  if (referral?.kind !== "choice" || referral.option !== "yes") return [];
  if (contact?.kind !== "contact" || !contact.allowed) return [{ kind: "wayToContact", question: "contact" }];
  // Where only support is wanted, every letter asks for it: what lacks is a letter.
  return letters.some((sees) => sees.referral) || wantedOf(stand) === "supportOnly"
    ? []
    : [{ kind: "referralUnsent", question: "send" }];
}

function tellsWhatHappened(sees: Answers): boolean {
  return questions.some(({ id, section }) => section === "what" && isGiven(sees, id));
}

function isGiven(answers: Answers, id: string): boolean {
  const value = answers[id];
  return value !== undefined && value.kind !== "declined";
}
