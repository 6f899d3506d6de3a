import type { Answers, Consent } from "../../report/answer.ts";
import { consentFor } from "../../report/disclosure.ts";
import { offered } from "../../report/offered.ts";
import type { Organisation } from "../../report/organisation.ts";

export interface OrganisationConsent {
  readonly organisation: Organisation;
  /** Null where the person chose to send nothing. */
  readonly consent: Consent | null;
}

/** The organisations that offer this person anything, with what they offer, in the deployment's order. */
export function offeredTo(answers: Answers, organisations: readonly Organisation[]): readonly Organisation[] {
  return organisations.map((each) => offered(each, answers)).filter(({ choices }) => choices.length > 0);
}

/** What each of them was granted. */
export function consentsOf(answers: Answers, organisations: readonly Organisation[]): readonly OrganisationConsent[] {
  return offeredTo(answers, organisations).map((organisation) => ({
    organisation,
    consent: consentFor(answers, organisation),
  }));
}
