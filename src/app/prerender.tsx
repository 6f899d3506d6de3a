import { contacts } from "virtual:deployment";
import { directory } from "virtual:deployment/directory";
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Topic, topics } from "../guidance/advice.ts";
import { type Language, offered } from "../language/languages.ts";
import { type Catalogue, type Words, wordsIn } from "../language/words.ts";
import { SpokenProvider } from "../ui/words-context.tsx";
import { addressOf, Frame, type MainPage, type PageName } from "./Frame.tsx";
import { firstWords } from "./first-words.ts";
import { AdvicePage } from "./pages/AdvicePage.tsx";
import { AwayPage } from "./pages/AwayPage.tsx";
import { EmergencyPage } from "./pages/EmergencyPage.tsx";
import { StartPage } from "./pages/StartPage.tsx";
import { SupportPage } from "./pages/SupportPage.tsx";
import { TopicPage } from "./pages/TopicPage.tsx";
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
    const catalogue = catalogues[language.tag] ?? {};
    const speaking = {
      language,
      catalogue,
      words: wordsIn(language.tag, catalogue),
      draft: drafts.includes(language.tag),
    };
    return [
      ...mainPages.map((page) => stillPage(page, contentOf(page), speaking)),
      ...topics.map(({ id }) =>
        stillPage(
          `advice/${id}`,
          <TopicPage topic={id} points={pointsOn(id, catalogues)} contacts={contacts} />,
          speaking,
        ),
      ),
    ];
  });
  const root = pages
    .filter((page) => page.file === "en-GB/index.html")
    .map((page) => ({ ...page, file: "index.html" }));
  return [...root, ...pages, awayPage(catalogues)];
}

const mainPages: readonly MainPage[] = ["start", "report", "emergency", "support", "advice", "reports", "point"];

/** The keys of what there is to say on a topic, in the order of the English text. */
function pointsOn(topic: Topic, catalogues: Readonly<Record<string, Catalogue>>): readonly string[] {
  const advice = catalogues["en-GB"]?.["advice"] as AdviceWords;
  return Object.keys(advice.topics[topic].points);
}

interface AdviceWords {
  readonly topics: Readonly<Record<Topic, { readonly points: object }>>;
}

/** A language, its words, and whether nobody has reviewed them. */
interface Speaking {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly words: Words;
  readonly draft: boolean;
}

function stillPage(page: PageName, content: ComponentChildren, speaking: Speaking): StillPage {
  const { language, catalogue, words, draft } = speaking;
  const html = renderToString(
    <SpokenProvider spoken={{ language, t: words.t, has: words.has }}>
      <Frame page={page} draft={draft}>
        {content}
      </Frame>
    </SpokenProvider>,
  );
  const file = `${addressOf(page, language.tag).slice(1)}index.html`;
  const needsWords = page === "report" || page === "reports";
  const first = needsWords ? firstWords(page, catalogue) : null;
  return { file, page, language, title: words.t("product"), html, words: first };
}

function contentOf(page: MainPage) {
  switch (page) {
    case "start":
      return <StartPage contacts={contacts} />;
    case "report":
      return <FirstQuestion contacts={contacts} />;
    case "emergency":
      return <EmergencyPage contacts={contacts} />;
    case "support":
      return <SupportPage contacts={contacts} directory={directory} />;
    case "advice":
      return <AdvicePage />;
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
