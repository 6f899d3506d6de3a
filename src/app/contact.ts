/** A way to reach help, as the deployment lists it. `source` says where the number comes from. */
export interface Contact {
  readonly id: string;
  readonly call?: string;
  readonly url?: string;
  readonly source: string;
  /** The day somebody called it and got the right answer (ISO date), or null while nobody has. */
  readonly verifiedOn: string | null;
}

/** The contact with this id. A page that names one the deployment lacks must not be built. */
export function contactOf(contacts: readonly Contact[], id: string): Contact {
  const contact = contacts.find((candidate) => candidate.id === id);
  if (!contact) throw new Error(`deployments: no contact "${id}"`);
  return contact;
}
