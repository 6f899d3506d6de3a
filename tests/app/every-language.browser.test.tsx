import { contacts } from "virtual:deployment";
import { directory } from "virtual:deployment/directory";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { Frame } from "../../src/app/Frame.tsx";
import { AdvicePage } from "../../src/app/pages/AdvicePage.tsx";
import { EmergencyPage } from "../../src/app/pages/EmergencyPage.tsx";
import { NoScript, StartPage } from "../../src/app/pages/StartPage.tsx";
import { SupportPage } from "../../src/app/pages/SupportPage.tsx";
import { CheckPage } from "../../src/app/report/CheckPage.tsx";
import { newReport } from "../../src/app/report/report.ts";
import { newScreen } from "../../src/app/report/screen.ts";
import type { Writing } from "../../src/app/report/writing.ts";
import type { Language, LanguageTag } from "../../src/language/languages.ts";
import { type Catalogue, wordsIn } from "../../src/language/words.ts";
import { asked } from "../../src/report/path.ts";
import { type Branch, wordsOf } from "../../src/translation/words.ts";
import type { Spoken } from "../../src/ui/words-context.tsx";
import { answers, type Stage, stage } from "./pages.tsx";
import { stretched } from "./stretched.ts";

/** All words of all languages, offered or waiting, by the path of their file. */
const files = import.meta.glob<Branch>(
  "../../locales/*/{advice,directory,interface,pages,point,problems,questions,report}.json",
  {
    import: "default",
    eager: true,
  },
);

const cut = (path: string) => path.split(/[/.]/).slice(-3, -1) as [string, string];
const tags = [...new Set(Object.keys(files).map((path) => cut(path)[0]))];
const catalogueIn = (tag: string): Record<string, Branch> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, words]) => (cut(path)[0] === tag ? [[cut(path)[1], words]] : [])),
  );

function spokenIn(tag: string, catalogue: Catalogue): Spoken {
  const { script = "" } = new Intl.Locale(tag).maximize();
  const direction = ["Arab", "Hebr", "Thaa"].includes(script) ? "rtl" : "ltr";
  const language: Language = { tag: tag as LanguageTag, name: tag, direction };
  const { t, has } = wordsIn(tag, catalogue);
  return { language, t, has };
}

const languages = [
  ...tags.map((tag) => ({ name: tag, tag, catalogue: catalogueIn(tag) })),
  {
    name: "English that is 1.4 times as long",
    tag: "en-GB",
    catalogue: stretched(catalogueIn("en-GB"), 1.4) as Record<string, Branch>,
  },
];

const writing = { screen: newScreen(newReport) } as Writing; // nothing is pressed that writes

const still = {
  start: <StartPage contacts={contacts} />,
  "without scripts": <NoScript contacts={contacts} />,
  emergency: <EmergencyPage contacts={contacts} onBack={() => undefined} />,
  support: <SupportPage contacts={contacts} directory={directory} />,
  advice: <AdvicePage />,
  "check your answers": <CheckPage writing={writing} report={{ ...newReport, answers, depth: "full" }} />,
};

let on: Stage;

beforeEach(async () => {
  await page.viewport(320, 900);
  on = stage();
});
afterEach(() => on.leave());
afterAll(() => page.viewport(414, 896));

describe.each(languages)("on the narrowest phone, in $name", ({ tag, catalogue }) => {
  const spoken = spokenIn(tag, catalogue);

  it.each(Object.entries(still))("the page %s fits, and breaks no word in two", (_, content) => {
    on.show(<Frame page="start">{content}</Frame>, spoken);
    expect(on.place.textContent?.length).toBeGreaterThan(100);
    expect([...on.overflowing(), ...on.brokenWords()]).toEqual([]);
  });

  it("every question fits, and breaks no word in two", () => {
    for (const question of asked(answers, "full")) {
      on.ask(question, spoken);
      expect([...on.overflowing(), ...on.brokenWords()], question.id).toEqual([]);
    }
  });

  it("every text fits as a heading and on a button, wherever it stands", () => {
    const texts = [...wordsOf(catalogue).values()];
    const each = (text: string) => (
      <>
        <h1 class="govuk-heading-l">{text}</h1>
        <button type="button" class="govuk-button">
          {text}
        </button>
      </>
    );
    on.show(texts.map(each), spoken);
    expect(on.place.querySelectorAll("h1")).toHaveLength(texts.length);
    expect(on.overflowing()).toEqual([]);
  });
});
