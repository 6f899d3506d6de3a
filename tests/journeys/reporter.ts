import { optionKeys } from "../../src/report/option-keys.ts";
import type { Question } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import type { Hands } from "./hands.ts";
import type { Given, GivenParts, OwnOption, Story } from "./story.ts";
import { english, type Said } from "./words.ts";

/** A person who fills in a report, page by page, by what the pages say. */
export interface Reporter {
  readonly hands: Hands;
  /** Goes to the first question. */
  begin(origin: string): Promise<void>;
  /** Answers page after page, from the one that is open, until this one is; `onPage` sees each as it is filled in. */
  writeUntil(story: Story, last: string, onPage?: OnPage): Promise<void>;
  /** From the first question to *check your answers*. */
  write(story: Story, onPage?: OnPage): Promise<void>;
  /** Sends from *check your answers* and waits until the report is sealed on this device. */
  send(): Promise<void>;
  /** Fills in the page that is open. */
  fillIn(story: Story): Promise<void>;
  /** Goes on to the next page. */
  goOn(): Promise<void>;
  /** The id of the question that is asked now, or the name of the page between questions. */
  where(): Promise<string>;
}

/** Told the question, or the name of the page between questions, when it is filled in and before it is left. */
export type OnPage = (page: string) => Promise<void>;

const between: Readonly<Record<string, string>> = {
  passphrase: "report:passphrase.title",
  depth: "report:depth.title",
  check: "report:check.title",
};

export function reporter(hands: Hands, said: Said = english): Reporter {
  const { t, language } = said;
  const where = async () => pageWith(await hands.heading(), said);
  async function fillIn(story: Story): Promise<void> {
    const page = await where();
    const question = questions.find(({ id }) => id === page);
    if (question) await answer(hands, said, question, story);
    else if (page === "depth") await hands.tick({ name: t(`report:depth.${story.depth}`) });
    else if (page === "passphrase") await choosePassword(hands, said, story.password ?? "");
  }
  async function goOn(): Promise<void> {
    const before = await hands.heading();
    await hands.press(t("continue"));
    await hands.headingAfter(before);
  }
  async function writeUntil(story: Story, last: string, onPage: OnPage = async () => {}): Promise<void> {
    for (let page = await where(); page !== last; page = await where()) {
      await fillIn(story);
      await onPage(page);
      await goOn();
    }
  }
  return {
    hands,
    where,
    fillIn,
    goOn,
    writeUntil,
    begin: (origin) => hands.go(`${origin}/${language}/report/`),
    write: (story, onPage) => writeUntil(story, "check", onPage),
    async send() {
      await hands.press(t("report:check.send"));
      await hands.sees(t("report:sent.reference"));
    },
  };
}

/** Throws for a page that is none of a report's, with what stands there. */
function pageWith(heading: string, { t, has }: Said): string {
  const asks = ({ id }: Question) =>
    ["ask", "ask_witness", "ask_helper", "ask_worker", "support.ask"].some((ask) => {
      const key = `questions:${id}.${ask}`;
      return has(key) && t(key) === heading;
    });
  const question = questions.find((each) => each.asks.kind !== "when" && asks(each));
  if (question) return question.id;
  if (heading === t("questions:when.ask")) return "when";
  const page = Object.keys(between).find((name) => t(between[name] ?? "") === heading);
  if (!page) throw new Error(`no page of a report begins with "${heading}"`);
  return page;
}

async function answer(hands: Hands, said: Said, question: Question, story: Story): Promise<void> {
  const { id } = question;
  if (id === "danger") return choose(hands, said, question, ["no"]);
  if (id === "keepDraft") return choose(hands, said, question, [story.password ? "keep" : "dontKeep"]);
  if (id === "reporter") return choose(hands, said, question, [story.who]);
  if (id === "send") return consent(hands, said, story);
  const given = story.answers[id];
  if (given === undefined) return;
  if (isSimple(given)) return give(hands, said, { question, given, story });
  for (const [part, each] of Object.entries(given)) await giveTo(hands, said, { question, part, given: each, story });
}

const isSimple = (given: Given | GivenParts): given is Given =>
  typeof given === "string" || Array.isArray(given) || "ownWords" in given;

interface Giving {
  readonly question: Question;
  readonly given: Given;
  readonly story: Story;
}

/** The only thing on its page. */
async function give(hands: Hands, said: Said, { question, given, story }: Giving): Promise<void> {
  const label = askOf(said, `questions:${question.id}`, story);
  if (typeof given === "string") return hands.write({ name: label }, given);
  await choose(hands, said, question, optionsOf(given), story.who);
  if (hasOwnWords(given)) await hands.write({ name: ownWordsLabel(said, question.id) }, given.ownWords);
}

const optionsOf = (given: Exclude<Given, string>): readonly string[] => (hasOwnWords(given) ? given.options : given);
const hasOwnWords = (given: Given): given is OwnOption => typeof given === "object" && "ownWords" in given;

function choose(hands: Hands, said: Said, { id }: Question, options: readonly string[], who = "self"): Promise<void> {
  return tickAll(
    hands,
    options.map((option) => ({ name: optionLabel(said, id, option, who) })),
  );
}

async function tickAll(hands: Hands, names: readonly Parameters<Hands["tick"]>[0][]): Promise<void> {
  for (const name of names) await hands.tick(name);
}

/** One of several things on a page. */
async function giveTo(hands: Hands, said: Said, giving: Giving & { readonly part: string }): Promise<void> {
  const { question, given, story } = giving;
  const [number, id] = giving.part.includes(".") ? giving.part.split(".") : [undefined, giving.part];
  const around = number === undefined ? [] : [said.t("questions:common.people.person", { number: Number(number) + 1 })];
  const at = partAt(question, id ?? "");
  const label = askOf(said, at.ask, story);
  if (typeof given === "string") return hands.write({ name: label, group: around }, given);
  const group = [...around, at.isHeading ? askOf(said, `questions:${question.id}`, story) : label];
  await tickAll(
    hands,
    optionsOf(given).map((option) => ({ name: optionLabel(said, at.options, option, story.who), group })),
  );
  if (hasOwnWords(given)) await hands.write({ name: ownWordsLabel(said, at.options), group }, given.ownWords);
}

interface PartAt {
  /** The key of its question, without `.ask`. */
  readonly ask: string;
  /** Where the words of its options lie. */
  readonly options: string;
  /** Its options stand under the question of the page itself. */
  readonly isHeading?: boolean;
}

function partAt({ id, asks }: Question, part: string): PartAt {
  switch (asks.kind) {
    case "when":
      return { ask: `questions:common.when.${part}`, options: `common.when.${part}`, isHeading: part === "how" };
    case "contact":
      return {
        ask: `questions:common.contact.${part}`,
        options: `common.contact.${part}`,
        isHeading: part === "allowed",
      };
    case "place":
      return { ask: `questions:common.place.${part}`, options: "" };
    case "choice":
    case "choices":
    case "text":
    case "number":
    case "several":
    case "people":
    case "consent":
      return { ask: `questions:${id}.parts.${part}`, options: `${id}.parts.${part}` };
  }
}

/** How a question is put: to a witness or a helper otherwise than to the person it happened to. */
function askOf({ t, has }: Said, key: string, { who, answers }: Story): string {
  const when = answers["when"];
  const how = typeof when === "object" && "how" in when ? String(when["how"]) : "";
  const variants = key.endsWith("when.from") ? [`${key}.ask_${how}`] : [`${key}.ask_${who}`];
  return t([...variants, `${key}.ask`].find(has) ?? key);
}

function optionLabel({ t, has }: Said, at: string, option: string, who: string): string {
  const keys = optionKeys(at, option).flatMap((key) => [`questions:${key}_${who}`, `questions:${key}`]);
  return t(keys.find(has) ?? option);
}

function ownWordsLabel({ t, has }: Said, at: string): string {
  return t([`questions:${at}.ownWords`, "questions:common.ownWords"].find(has) ?? "");
}

async function consent(hands: Hands, { t }: Said, story: Story): Promise<void> {
  for (const [organisation, choice] of Object.entries(story.sends)) {
    const group = [organisationNames[organisation] ?? organisation];
    await hands.tick({ name: t(`questions:send.options.${choice}`), group });
    if (organisation !== "council") continue;
    for (const addition of story.additions ?? []) {
      await hands.tick({ name: t(`questions:send.organisations.council.additions.${addition}.ask`), group });
    }
  }
}

export const organisationNames: Readonly<Record<string, string>> = {
  police: "Thames Valley Police",
  victimsFirst: "Victims First",
  council: "Oxford City Council",
};

async function choosePassword(hands: Hands, { t }: Said, password: string): Promise<void> {
  await hands.write({ name: t("report:passphrase.label") }, password);
  await hands.write({ name: t("report:passphrase.again") }, password);
}
