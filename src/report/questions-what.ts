import { choice, choices, full, line, lines, part, short, yesNo } from "./asking.ts";
import { religions } from "./census-categories.ts";
import type { Condition, Part, Question } from "./question.ts";

const section = "what";

/** Which group was targeted, for one of the characteristics chosen before. */
function targeted(characteristic: string, asks: Part["asks"]): Part {
  return part(characteristic, asks, { askIf: { answer: "characteristics", includes: characteristic } });
}

const aCharacteristic: Condition = { answer: "characteristics" };

/** What happened and what it was about, as the person sees it. Nobody asks whether it was a crime. */
export const what: readonly Question[] = [
  {
    ...short,
    id: "incidentTypes",
    section,
    group: "facts",
    asks: choices(
      "insults threats attack spittingOrThrowing harassment online lettersOrPosters graffiti damage fire theft sexual " +
        "refusedService falseFriend thingsLeft death other+",
    ),
  },
  { ...short, id: "ownWords", section, group: "facts", asks: lines(10_000) },
  { ...full, id: "exactWords", section, group: "facts", asks: lines(2_000) },
  {
    ...short,
    id: "graffitiThere",
    section,
    group: "facts",
    askIf: { answer: "incidentTypes", includes: "graffiti" },
    asks: {
      kind: "several",
      parts: [
        part("there", choice("yes partly no")),
        part("wording", lines(1_000)),
        part("surface", choice("wall door window fence pavement vehicle signOrShelter other+")),
        part("spot", line(300)),
        part("land", choice("public private notSure")),
        part("offensive", yesNo),
      ],
    },
  },
  {
    ...short,
    id: "characteristics",
    section,
    supportOnly: true,
    group: "facts",
    asks: choices("race religion genderIdentity sexualOrientation disability sex age subculture other+"),
  },
  {
    ...full,
    id: "characteristicDetail",
    section,
    group: "facts",
    askIf: aCharacteristic,
    asks: {
      kind: "several",
      parts: [
        targeted(
          "race",
          choices(
            "black southAsian eastAsian arabOrMiddleEastern easternEuropean white gypsyRomaTraveller asylumOrRefugee " +
              "foreigner language other+",
          ),
        ),
        targeted("religion", choices(religions)),
        targeted("genderIdentity", choices("transWoman transMan nonBinary other+")),
        targeted("sexualOrientation", choices("gayMan lesbian bisexual straight other+")),
        targeted("disability", choices("physical learning autism mentalHealth deaf blind longIllness other+")),
        targeted("sex", choices("woman man")),
        targeted("age", choices("old young")),
        targeted("subculture", line(200)),
        part("words", lines(1_000)),
      ],
    },
  },
  {
    ...full,
    id: "perceived",
    section,
    group: "facts",
    askedOf: ["self", "worker"],
    askIf: aCharacteristic,
    asks: choice("aboutMe theyThoughtSo linked"),
  },
  { ...full, id: "whyThinkSo", section, group: "facts", askIf: aCharacteristic, asks: lines(2_000) },
];
