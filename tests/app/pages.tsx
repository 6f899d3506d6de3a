import { organisations } from "virtual:deployment";
import { load } from "virtual:words";
import axe from "axe-core";
import { render } from "preact";
import { OtherFields } from "../../src/app/report/OtherFields.tsx";
import { QuestionPage } from "../../src/app/report/QuestionPage.tsx";
import { languageOf } from "../../src/language/languages.ts";
import { type Catalogue, wordsIn } from "../../src/language/words.ts";
import type { Answers } from "../../src/report/answer.ts";
import { entriesOf } from "../../src/report/form.ts";
import type { Question } from "../../src/report/question.ts";
import { type Message, type Spoken, SpokenProvider } from "../../src/ui/words-context.tsx";
import "../../src/app/first.scss";
import "../../src/app/rest.scss";

export const catalogueOf = async (tag: string): Promise<Catalogue> => (await load[tag]?.())?.default ?? {};

export async function speaking(tag: string, more: Partial<Spoken> = {}, catalogue?: Catalogue): Promise<Spoken> {
  const { t, has } = wordsIn(tag, catalogue ?? (await catalogueOf(tag)));
  return { language: languageOf(tag), t, has, ...more };
}

const choice = (option: string) => ({ kind: "choice", option }) as const;

/** With a worker, and such that every question and field is opened. */
export const answers: Answers = {
  reporter: choice("worker"),
  incidentTypes: { kind: "choices", options: ["graffiti", "online"] },
  characteristics: {
    kind: "choices",
    options: "race religion genderIdentity sexualOrientation disability sex age subculture".split(" "),
  },
  when: { kind: "when", how: "about", from: "2026-11-20" },
  placeKind: choice("transport"),
  contact: { kind: "contact", allowed: true, ways: ["phone", "friend"], details: {} },
  session: {
    kind: "several",
    parts: { point: { kind: "text", text: "Library", language: "en-GB" }, interpreter: choice("yes") },
  },
  send: {
    kind: "consent",
    given: Object.fromEntries(organisations.map(({ id }) => [id, { choice: "facts", additions: [] }])),
  },
};

export interface Stage {
  readonly place: HTMLElement;
  readonly ask: (question: Question, spoken: Spoken, errors?: ReadonlyMap<string, Message>, told?: Answers) => void;
  readonly show: (page: preact.ComponentChildren, spoken: Spoken) => void;
  /** What reaches beyond the edge of the screen, or beyond a box that cuts nothing off. */
  readonly overflowing: () => readonly string[];
  /** Words that do not fit into a line and are broken in two. */
  readonly brokenWords: () => readonly string[];
  readonly leave: () => void;
}

/** Puts pages of a report up as the app does, in the direction of their first language. */
export function stage(): Stage {
  const place = document.body.appendChild(document.createElement("main"));
  place.className = "page";
  document.title = "Report";
  const show = (page: preact.ComponentChildren, spoken: Spoken) => {
    document.documentElement.lang = spoken.language.tag;
    document.documentElement.dir = spoken.language.direction;
    render(null, place);
    render(<SpokenProvider spoken={spoken}>{page}</SpokenProvider>, place);
  };
  return {
    place,
    show,
    ask(question, spoken, errors = new Map(), told = answers) {
      const value = question.id === "send" ? undefined : told[question.id];
      const entries = value ? entriesOf(question, value) : new Map();
      const asking = { question, who: "worker", answers: told, entries, errors } as const;
      show(<QuestionPage asking={asking} onBack={() => undefined} OtherFields={OtherFields} />, spoken);
    },
    overflowing() {
      const { clientWidth, scrollWidth } = document.documentElement;
      const beyond = [...place.querySelectorAll("*")].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const isSeen = width > 1 && !element.matches(".govuk-visually-hidden, .govuk-visually-hidden *");
        return isSeen && (left < -1 || right > clientWidth + 1);
      });
      const page = scrollWidth > clientWidth ? [`a page of ${scrollWidth} pixels`] : [];
      return [...page, ...beyond.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`)];
    },
    brokenWords() {
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode()) found.push(...brokenIn(texts.currentNode));
      return found;
    },
    leave() {
      render(null, place);
      place.remove();
      document.documentElement.removeAttribute("dir");
    },
  };
}

/** Words of a text that stand on two lines. Where no spaces part words, any line may end anywhere, and so in an address. */
function brokenIn(text: Node): readonly string[] {
  if (text.parentElement?.closest("a[href^='http'], a[href^='mailto:']")) return [];
  return [...(text.textContent ?? "").matchAll(/(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu)].flatMap(
    ({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      return lines.some(({ top }) => top >= (lines[0]?.bottom ?? 0)) ? [word] : [];
    },
  );
}

/** What a checker of accessibility finds wrong with the page as it is now. */
export async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
