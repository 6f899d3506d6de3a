import "../rest.scss";
import { contacts } from "virtual:deployment";
import { draftLanguages, load } from "virtual:words";
import { hydrate, render } from "preact";
import { languageOf } from "../../language/languages.ts";
import { wordsIn } from "../../language/words.ts";
import type { Opening } from "../../storage/storage.ts";
import { SpokenProvider } from "../../ui/words-context.tsx";
import { deliverNow } from "../deliver-now.ts";
import { device } from "../device.ts";
import { Frame } from "../Frame.tsx";
import { ReportsOpening } from "./ReportsOpening.tsx";
import { ReportsPage } from "./ReportsPage.tsx";
import { Unavailable } from "./Unavailable.tsx";

/** Takes over the list of reports from the HTML. */
export async function openReports(): Promise<void> {
  const app = document.getElementById("app");
  const written = document.getElementById("words")?.textContent;
  if (!app || !written) return;
  const language = languageOf(document.documentElement.lang);
  const words = wordsIn(language.tag, JSON.parse(written));
  const page = (content: preact.ComponentChild) => (
    <SpokenProvider spoken={{ language, t: words.t, has: words.has }}>
      <Frame page="reports" draft={draftLanguages.includes(language.tag)}>
        {content}
      </Frame>
    </SpokenProvider>
  );
  hydrate(page(<ReportsOpening contacts={contacts} />), app);
  const opening = await device();
  const show = (missing: number) => render(page(contentOf(opening, missing, () => show(0))), app);
  show("missing" in opening ? opening.missing : 0);
  // The whole language is for words that few states need; without it (no network yet) those of the page have to do.
  const whole = await load[language.tag]?.().catch(() => null);
  if (whole) words.add(language.tag, whole.default);
}

function contentOf(opening: Opening, missing: number, onMissingSeen: () => void) {
  // The database is there and does not answer: an empty list would say that there are no reports.
  if (opening.kind === "inMemory" && opening.because === "noAnswer") return <Unavailable why="blocked" />;
  switch (opening.kind) {
    case "open":
    case "inMemory":
      return (
        <ReportsPage
          storage={opening.storage}
          missing={missing}
          onMissingSeen={() => {
            opening.storage.acknowledgeMissing();
            onMissingSeen();
          }}
          onSend={deliverNow}
        />
      );
    case "blocked":
    case "newer":
      return <Unavailable why={opening.kind} />;
  }
}
