import { contacts } from "virtual:deployment";
import { directory } from "virtual:deployment/directory";
import { renderToString } from "preact-render-to-string";
import { type Language, offered } from "../language/languages.ts";
import { type Catalogue, type Words, wordsIn } from "../language/words.ts";
import { SpokenProvider } from "../ui/words-context.tsx";
import { addressOf, Frame, type PageName } from "./Frame.tsx";
import { firstWords } from "./first-words.ts";
import { AwayPage } from "./pages/AwayPage.tsx";
import { EmergencyPage } from "./pages/EmergencyPage.tsx";
import { StartPage } from "./pages/StartPage.tsx";
import { SupportPage } from "./pages/SupportPage.tsx";
import { PointOpening } from "./point/PointOpening.tsx";
import { FirstQuestion } from "./report/FirstQuestion.tsx";
import { ReportsOpening } from "./reports/ReportsOpening.tsx";

/** A page as it stands in the HTML before any script has run. */
export interface StillPage {
  /** Where the file lies below the built folder. */
  readonly file: string;
  readonly page: PageName | "away";
  readonly language: Language;
  readonly title: string;
  readonly html: string;
  /** The words that the script of this page needs before the whole language has arrived. */
  readonly words: Catalogue | null;
}

/** Every page of every language, and the neutral page that "Exit this page" leads to. */
export function stillPages(catalogues: Readonly<Record<string, Catalogue>>, drafts: readonly string[]): StillPage[] {
  const pages = offered.flatMap((language) => {
    const words = wordsIn(language.tag, catalogues[language.tag] ?? {});
    const still = (page: PageName) => stillPage(page, language, words, drafts.includes(language.tag), catalogues);
    return [still("start"), still("report"), still("emergency"), still("support"), still("reports"), still("point")];
  });
  const root = pages
    .filter((page) => page.file === "en-GB/index.html")
    .map((page) => ({ ...page, file: "index.html" }));
  return [...root, ...pages, awayPage(catalogues)];
}

function stillPage(
  page: PageName,
  language: Language,
  words: Words,
  draft: boolean,
  catalogues: Readonly<Record<string, Catalogue>>,
): StillPage {
  const html = renderToString(
    <SpokenProvider spoken={{ language, t: words.t, has: words.has }}>
      <Frame page={page} draft={draft}>
        {contentOf(page)}
      </Frame>
    </SpokenProvider>,
  );
  const file = `${addressOf(page, language.tag).slice(1)}index.html`;
  const needsWords = page === "report" || page === "reports";
  const first = needsWords ? firstWords(page, catalogues[language.tag] ?? {}) : null;
  return { file, page, language, title: words.t("product"), html, words: first };
}

function contentOf(page: PageName) {
  switch (page) {
    case "start":
      return <StartPage contacts={contacts} />;
    case "report":
      return <FirstQuestion contacts={contacts} />;
    case "emergency":
      return <EmergencyPage contacts={contacts} />;
    case "support":
      return <SupportPage contacts={contacts} directory={directory} />;
    case "reports":
      return <ReportsOpening contacts={contacts} />;
    case "point":
      return <PointOpening contacts={contacts} />;
  }
}

function awayPage(catalogues: Readonly<Record<string, Catalogue>>): StillPage {
  const language = offered[0];
  if (!language) throw new Error("no language is offered");
  const words = wordsIn(language.tag, catalogues[language.tag] ?? {});
  const html = renderToString(
    <SpokenProvider spoken={{ language, t: words.t, has: words.has }}>
      <AwayPage />
    </SpokenProvider>,
  );
  return { file: "away/index.html", page: "away", language, title: words.t("pages:away.title"), html, words: null };
}
