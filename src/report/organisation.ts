import type { Group } from "./question.ts";

/** One thing a person can choose for an organisation beside *nothing*; what it discloses is data of the deployment. */
export interface DisclosureChoice {
  readonly id: string;
  /** Whole groups of answers. */
  readonly groups: readonly Group[];
  /** Single questions beside the groups, such as only the graffiti questions for a council. */
  readonly questions: readonly string[];
  /** Never disclosed under this choice, whatever the groups say. */
  readonly except: readonly string[];
  /** Offered to someone who wants support and no report, and to nobody else. */
  readonly supportOnly?: true;
}

/** An organisation that can receive letters, as a deployment describes it. Keys are kept apart from this. */
export interface Organisation {
  readonly id: string;
  /** Its proper name, the same in every language unless `locales/` has a better one. */
  readonly name: string;
  readonly choices: readonly DisclosureChoice[];
  /** Further ticks that widen any choice, such as the anti-social behaviour facts for a council. */
  readonly additions: readonly DisclosureChoice[];
}
