import { configure, screen, within } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CheckPage } from "../../src/app/report/CheckPage.tsx";
import { problemsIn } from "../../src/app/report/problems-in.ts";
import { newReport } from "../../src/app/report/report.ts";
import { newScreen } from "../../src/app/report/screen.ts";
import type { Writing } from "../../src/app/report/writing.ts";
import { asked } from "../../src/report/path.ts";
import type { Question } from "../../src/report/question.ts";
import type { Spoken } from "../../src/ui/words-context.tsx";
import { answers, faults, type Stage, speaking, stage } from "./pages.tsx";

configure({ getElementError: (message) => new Error(message ?? "not found") });

let english: Spoken;
let arabic: Spoken;
let both: Spoken;
let on: Stage;

beforeAll(async () => {
  english = await speaking("en-GB");
  arabic = await speaking("ar");
  both = { ...arabic, beside: english };
});
beforeEach(() => {
  on = stage();
});
afterEach(() => on.leave());

const met = asked(answers, "full");
const theirs = met.filter(({ forWorker }) => !forWorker).map((question) => ({ id: question.id, question }));
const own = met.filter(({ forWorker }) => forWorker).map((question) => ({ id: question.id, question }));

function question(id: string): Question {
  const found = met.find((each) => each.id === id);
  if (!found) throw new Error(`${id} is not asked`);
  return found;
}

const fields = () => [...on.place.querySelectorAll<HTMLElement>("input:not([type=hidden]), textarea, button")];
const doubled = (ids: readonly string[]) => ids.filter((id, place) => ids.indexOf(id) !== place);

describe.each(theirs)("the page that asks for $id, in Arabic with English beside it", ({ question: asking }) => {
  it("has one set of fields, and nothing that stands in anybody's way", async () => {
    on.ask(asking, arabic);
    const alone = fields().length;
    on.ask(asking, both);
    expect(fields()).toHaveLength(alone);
    expect(doubled([...on.place.querySelectorAll("[id]")].map(({ id }) => id))).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  it("says each thing in both languages, each marked as what it is and in its own direction", () => {
    on.ask(asking, both);
    const pairs = [...on.place.querySelectorAll(".both")];
    expect(pairs.length).toBeGreaterThan(2);
    for (const pair of pairs) {
      const [first, second, ...more] = [...pair.children] as HTMLElement[];
      expect([first?.lang, first?.dir, second?.lang, second?.dir, more.length]).toEqual([
        "ar",
        "rtl",
        "en-GB",
        "ltr",
        0,
      ]);
      expect(first?.textContent).toMatch(/\p{Script=Arabic}/u);
      expect(second?.textContent).not.toMatch(/\p{Script=Arabic}/u);
    }
    const latinOutside = textOutside(".both, .own-words");
    expect(latinOutside).not.toMatch(/\p{Script=Arabic}/u);
  });
});

/** What stands on the page apart from what matches, such as proper names. */
function textOutside(selector: string): string {
  const copy = on.place.cloneNode(true) as HTMLElement;
  for (const found of copy.querySelectorAll(selector)) found.remove();
  return copy.textContent ?? "";
}

describe("a page in two languages", () => {
  it("names a field, an option and a button in both, the person's language first", () => {
    on.ask(question("ownWords"), both);
    const name = `${arabic.t("questions:ownWords.ask")} ${english.t("questions:ownWords.ask")}`;
    const description = `${arabic.t("questions:ownWords.hint")} ${english.t("questions:ownWords.hint")}`;
    expect(screen.getByRole("textbox", { name, description })).toBeTruthy();
    expect(screen.getByRole("button", { name: `${arabic.t("continue")} ${english.t("continue")}` })).toBeTruthy();
    on.ask(question("incidentTypes"), both);
    const threats = (spoken: Spoken) => spoken.t("questions:incidentTypes.options.threats");
    expect(screen.getByRole("checkbox", { name: `${threats(arabic)} ${threats(english)}` })).toBeTruthy();
  });

  it("says a name that both languages share only once", () => {
    on.ask(question("online"), both);
    expect(screen.getByRole("checkbox", { name: "WhatsApp" })).toBeTruthy();
  });

  it("marks what is typed as the person's own language", () => {
    on.ask(question("ownWords"), both);
    expect(on.place.querySelector("textarea")?.lang).toBe("ar");
    expect(on.place.querySelector("form")?.lang).toBe("");
  });

  it("says what is wrong in both, above and at the field, and leads there", async () => {
    const wrong = { ...answers, when: { kind: "when", how: "exact", from: "2031-01-01" } } as const;
    on.ask(question("when"), both, problemsIn({ ...newReport, answers: wrong }, "when"));
    const summary = screen.getByRole("alert");
    for (const spoken of [arabic, english]) {
      expect(summary.textContent).toContain(spoken.t("error.title"));
      expect(summary.textContent).toContain(spoken.t("problems:dateInFuture"));
      expect(document.getElementById("when.from-error")?.textContent).toContain(spoken.t("problems:dateInFuture"));
    }
    within(summary).getByRole("link").click();
    expect(document.activeElement?.id).toBe("when.from");
    expect(await faults()).toEqual([]);
  });

  it("has nothing of a second language where the page speaks one", () => {
    for (const asking of met) {
      on.ask(asking, english);
      expect(on.place.querySelectorAll(".both, .prompt, [dir=rtl], form[lang]"), asking.id).toHaveLength(0);
    }
  });
});

describe.each(own)("the worker's own page on $id", ({ question: asking }) => {
  it("speaks the worker's language alone, and marks what is typed as that", async () => {
    on.ask(asking, both);
    expect(on.place.textContent).not.toMatch(/\p{Script=Arabic}/u);
    const form = on.place.querySelector("form");
    expect([form?.lang, form?.closest("[dir]")?.getAttribute("dir")]).toEqual(["en-GB", "ltr"]);
    for (const field of on.place.querySelectorAll<HTMLElement>("textarea")) expect(field.lang).toBe("en-GB");
    expect(await faults()).toEqual([]);
  });

  it("has no field for what the tablet knows", () => {
    on.ask(asking, both);
    expect(on.place.querySelectorAll("[name='session.point'], [name='session.worker']")).toHaveLength(0);
  });
});

describe("what a worker may say while asking", () => {
  it("stands there in the worker's language while the worker holds the tablet", async () => {
    on.ask(question("ownWords"), { ...both, prompts: true });
    const note = screen.getByRole("note");
    expect([note.lang, note.dir]).toEqual(["en-GB", "ltr"]);
    expect(note.textContent).toContain(english.t("questions:ownWords.prompt"));
    expect(await faults()).toEqual([]);
    on.ask(question("observations"), { ...both, prompts: true });
    expect(screen.getByRole("note").textContent).toContain(english.t("questions:observations.prompt"));
  });

  it("is not there when the tablet is in the visitor's hands, nor where there is nothing to say", () => {
    on.ask(question("ownWords"), both);
    expect(screen.queryByRole("note")).toBeNull();
    on.ask(question("placeKind"), { ...both, prompts: true });
    expect(screen.queryByRole("note")).toBeNull();
  });
});

describe("whom a person is asked to choose", () => {
  const choose = (wanted: string) => {
    const told = { ...answers, wanted: { kind: "choice", option: wanted } } as const;
    on.ask(question("send"), english, new Map(), told);
    return screen.getAllByRole<HTMLInputElement>("radio").map(({ name, value }) => `${name.slice(5)} ${value}`);
  };

  it("is everybody who may get a report, and for each of them nothing, the facts, or how to reach them too", () => {
    expect(choose("full")).toHaveLength(9);
    expect(screen.getByText(/what the worker noted/).textContent).toContain("Thames Valley Police or Victims First");
  });

  it("never lets anyone be told who they are when they want no name given", () => {
    expect(choose("noName")).toEqual(
      ["police", "victimsFirst", "council"].flatMap((id) => [`${id} nothing`, `${id} facts`]),
    );
  });

  it("is Victims First alone when they want only support, with nothing chosen beforehand", async () => {
    expect(choose("supportOnly")).toEqual(["victimsFirst nothing", "victimsFirst support"]);
    expect(screen.getByRole("heading", { name: english.t("questions:send.support.ask") })).toBeTruthy();
    expect(screen.queryAllByRole("radio", { checked: true })).toEqual([]);
    expect(await faults()).toEqual([]);
  });
});

describe("check your answers in two languages", () => {
  const told = {
    ...answers,
    ownWords: { kind: "text", text: "شتموني في الشارع", language: "ar" },
    observations: { kind: "text", text: "A torn sleeve", language: "en-GB" },
  } as const;
  const writing = { screen: newScreen(newReport) } as Writing; // nothing is pressed that writes
  const report = { ...newReport, answers: told, depth: "full" } as const;

  it("shows labels and answers in both, and own words once, in their own language", async () => {
    on.show(<CheckPage writing={writing} report={report} />, both);
    for (const spoken of [arabic, english]) {
      expect(on.place.textContent).toContain(spoken.t("report:check.title"));
      expect(on.place.textContent).toContain(spoken.t("questions:placeKind.options.transport"));
      expect(on.place.textContent).toContain(spoken.t("questions:send.options.facts"));
      expect(on.place.textContent).toContain(spoken.t("report:check.freeText.title"));
    }
    const words = [...on.place.querySelectorAll<HTMLElement>("bdi.own-words")].filter(({ lang }) => lang === "ar");
    expect(words.map(({ textContent }) => textContent)).toEqual(["شتموني في الشارع"]);
    expect(await faults()).toEqual([]);
  });

  it("says in both what is missing before it can be sent", async () => {
    const { reporter, send } = answers;
    const little = { ...(reporter && { reporter }), ...(send && { send }) };
    on.show(<CheckPage writing={writing} report={{ ...report, answers: little }} />, both);
    screen.getByRole("button", { name: `${arabic.t("report:check.send")} ${english.t("report:check.send")}` }).click();
    const summary = await screen.findByRole("alert");
    for (const spoken of [arabic, english]) {
      expect(summary.textContent).toContain(spoken.t("problems:lack.whatHappened"));
    }
  });
});
