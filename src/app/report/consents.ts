import type { Answers, Consent } from "../../report/answer.ts";
import { consentFor } from "../../report/disclosure.ts";
import type { Organisation } from "../../report/organisation.ts";

export interface OrganisationConsent {
  readonly organisation: Organisation;
  /** Null where the person chose to send nothing. */
  readonly consent: Consent | null;
}

/** What each organisation was granted, in the deployment's order. */
export function consentsOf(answers: Answers, organisations: readonly Organisation[]): readonly OrganisationConsent[] {
  return organisations.map((organisation) => ({ organisation, consent: consentFor(answers, organisation) }));
}
