import "../rest.scss";
import { draftLanguages, load } from "virtual:words";
import { render } from "preact";
import { languageOf } from "../../language/languages.ts";
import { wordsIn } from "../../language/words.ts";
import { type Spoken, SpokenProvider } from "../../ui/words-context.tsx";
import { device } from "../device.ts";
import { Frame } from "../Frame.tsx";
import { keepInContact } from "./keep-in-contact.ts";
import { PointApp } from "./PointApp.tsx";
import { startTablet } from "./tablet.ts";
import { UnavailablePage } from "./UnavailablePage.tsx";

/** Takes the tablet's page over from the HTML. */
export async function openPoint(): Promise<void> {
  const app = document.getElementById("app");
  if (!app) return;
  const language = languageOf(document.documentElement.lang);
  const catalogue = await load[language.tag]?.();
  const words = wordsIn(language.tag, catalogue?.default ?? {});
  const spoken: Spoken = { language, t: words.t, has: words.has };
  const draft = draftLanguages.includes(language.tag);
  const opening = await device();
  app.replaceChildren();
  if (opening.kind !== "open") {
    render(
      <SpokenProvider spoken={spoken}>
        <Frame page="point" draft={draft}>
          <UnavailablePage because={opening.kind} />
        </Frame>
      </SpokenProvider>,
      app,
    );
    return;
  }
  const tablet = await startTablet(opening.storage, opening.missing, () => Date.now());
  render(<PointApp tablet={tablet} spoken={spoken} draft={draft} />, app);
  keepInContact(tablet);
}
