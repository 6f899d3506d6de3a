/** What a person chose in a report, by question or `question.part`: ids of options, never their words. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

/** What may be known of a person's situation, and where a report asks for it, by `question` or `question.part`. */
const asked = {
  characteristics: ["characteristics"],
  race: ["characteristicDetail.race"],
  religion: ["characteristicDetail.religion"],
  disability: ["characteristicDetail.disability"],
  kinds: ["incidentTypes"],
  places: ["placeKind"],
  ages: ["victim.ageBand", "monitoring.age"],
  needs: ["needs.ways"],
  study: ["students.student"],
} as const;
export type Trait = keyof typeof asked;
export const traits = Object.keys(asked) as Trait[];

/** By trait: ids of options, of which any one will do. All the traits have to hold. */
export type Circumstances = { readonly [T in Trait]?: readonly string[] };

/** What is known of a person: by trait the ids of what they chose, and the language they read. */
export interface Situation {
  readonly known: Circumstances;
  readonly language: string;
}

/** Takes from what was chosen in a report, by `question` or `question.part`, what the directory can match. */
export function situationOf(chosen: Chosen, language: string): Situation {
  const known = traits.map((trait) => [trait, asked[trait].flatMap((answer) => chosen[answer] ?? [])] as const);
  return { known: Object.fromEntries(known), language };
}
