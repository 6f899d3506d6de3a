import type { Chosen } from "./situation.ts";

/** By question or `question.part`: options, parted by spaces, of which any one will do. */
type Rule = Readonly<Record<string, string>>;

interface Advice {
  readonly id: string;
  /** The heading under which it stands among all advice. */
  readonly group: "places" | "harm" | "you" | "reporting";
  /** Whom its page names, by id in the deployment's contacts. */
  readonly contacts: readonly string[];
  readonly fits: Rule;
  /** What makes it not fit all the same. */
  readonly unless?: Rule;
}

/**
 * Everything there is advice on, what is most pressing first. Its words are under `advice:topics`. An id is the last part
 * of its page's address, so it may be neither a language's tag nor the name of another pack.
 */
export const topics = [
  {
    id: "assault",
    group: "harm",
    contacts: ["victimsFirst", "police"],
    fits: { incidentTypes: "attack spittingOrThrowing sexual", "injuries.hurt": "physical" },
  },
  {
    id: "friends",
    group: "harm",
    contacts: ["victimsFirst", "police"],
    fits: { incidentTypes: "falseFriend", offenderKnown: "falseFriend" },
  },
  {
    id: "young",
    group: "you",
    contacts: ["childline", "victimsFirst"],
    fits: {
      "victim.ageBand": "under10 age10to13 age14to15 age16to17",
      "monitoring.age": "under10 age10to13 age14to15 age16to17",
      "students.student": "school",
      "safeguarding.atRisk": "child both",
      placeKind: "school",
    },
  },
  {
    id: "immigration",
    group: "you",
    contacts: ["victimsFirst"],
    fits: { "characteristicDetail.race": "asylumOrRefugee foreigner" },
  },
  {
    id: "home",
    group: "places",
    contacts: ["police", "victimsFirst"],
    fits: {
      placeKind: "home",
      incidentTypes: "lettersOrPosters thingsLeft fire",
      offenderKnown: "neighbour",
      "stillAtRisk.afraid": "home comeBack",
    },
  },
  {
    id: "online",
    group: "places",
    contacts: ["police", "victimsFirst", "childline"],
    fits: { placeKind: "online", incidentTypes: "online", "stillAtRisk.afraid": "online" },
  },
  {
    id: "transport",
    group: "places",
    contacts: ["police", "victimsFirst"],
    fits: { placeKind: "transport" },
  },
  {
    id: "work",
    group: "places",
    contacts: ["victimsFirst", "police"],
    fits: {
      placeKind: "work school university",
      offenderKnown: "colleague pupil customer",
      "victimOrganisation.atWork": "yes",
      "stillAtRisk.afraid": "workOrSchool",
    },
  },
  {
    id: "street",
    group: "places",
    contacts: ["police", "victimsFirst"],
    fits: { placeKind: "street shop pub park publicBuilding worship sports" },
  },
  {
    id: "repeated",
    group: "harm",
    contacts: ["victimsFirst", "police"],
    fits: { incidentTypes: "harassment", "before.often": "several often", when: "overTime ongoing" },
  },
  {
    id: "graffiti",
    group: "harm",
    contacts: ["police", "victimsFirst"],
    fits: { incidentTypes: "graffiti" },
  },
  {
    id: "damage",
    group: "harm",
    contacts: ["police", "victimsFirst"],
    fits: { incidentTypes: "damage fire theft thingsLeft", "loss.ways": "damaged stolen" },
  },
  {
    id: "feelings",
    group: "you",
    contacts: ["victimsFirst", "samaritans", "childline"],
    fits: {
      incidentTypes: "death sexual",
      wishes: "support talk",
      wanted: "supportOnly",
      "injuries.hurt": "emotional",
      "effect.ways": "goingOut sleep feelings health avoid",
    },
  },
  {
    id: "unnamed",
    group: "reporting",
    contacts: ["victimsFirst"],
    fits: { wanted: "noName", consentOfPerson: "withoutName", contact: "no", send: "facts" },
    unless: { send: "factsAndContact" },
  },
  {
    id: "rights",
    group: "reporting",
    contacts: ["victimsFirst"],
    fits: { wishes: "investigate", incidentTypes: "death", "needs.ways": "interpreter someoneWithMe" },
  },
  {
    id: "afterwards",
    group: "reporting",
    contacts: ["victimsFirst", "police"],
    fits: { wishes: "record beContacted" },
  },
] as const satisfies readonly Advice[];

export type Topic = (typeof topics)[number]["id"];

/** For everybody, where little or nothing is known of what happened. */
const usual: readonly Topic[] = ["feelings", "afterwards", "rights"];
const least = 3;
const most = 4;

/** What may help somebody who chose this: three or four topics, the most pressing first. */
export function adviceFor(chosen: Chosen): readonly Topic[] {
  const fitting = topics.filter((topic) => fits(topic, chosen)).map(({ id }) => id);
  const others = usual.filter((id) => !fitting.includes(id));
  return [...fitting, ...others.slice(0, Math.max(0, least - fitting.length))].slice(0, most);
}

const fits = (topic: Advice, chosen: Chosen): boolean =>
  holds(topic.fits, chosen) && !(topic.unless && holds(topic.unless, chosen));

const holds = (rule: Rule, chosen: Chosen): boolean =>
  Object.entries(rule).some(([answer, options]) => options.split(" ").some((id) => chosen[answer]?.includes(id)));
