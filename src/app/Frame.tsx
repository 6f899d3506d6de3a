import type { ComponentChildren } from "preact";
import type { Topic } from "../guidance/advice.ts";
import { offered } from "../language/languages.ts";
import { useWords } from "../ui/words-context.tsx";

/** A name is the address below its language. The start page has none. */
export type PageName = MainPage | `advice/${Topic}`;
export type MainPage = "start" | "report" | "emergency" | "support" | "advice" | "reports" | "point";

/** Where a page lies in a language. The start page in English is the root as well. */
export const addressOf = (page: PageName, language: string): string =>
  page === "start" ? `/${language}/` : `/${language}/${page}/`;

interface FrameProps {
  readonly page: PageName;
  readonly children: ComponentChildren;
  readonly onLanguage?: (tag: string) => void;
  readonly onEmergency?: () => void;
  /** The language of the page is a draft that nobody has reviewed. */
  readonly draft?: boolean;
}

/** What every page has: a way past the header, the languages, the emergency numbers and the exit. */
export function Frame({ page, children, onLanguage, onEmergency, draft }: FrameProps) {
  const { t, language } = useWords();
  const spoken = {
    "data-two-more": t("exit.twoMore"),
    "data-one-more": t("exit.oneMore"),
    "data-too-long": t("exit.tooLong"),
  };
  return (
    <>
      <header>
        <a href="#main" class="govuk-skip-link">
          {t("skip")}
        </a>
        <a href="/away/" class="govuk-skip-link" rel="nofollow noreferrer" data-exit>
          {t("exit.button")}
        </a>
        <div class="top">
          {page === "point" ? (
            <b class="top__name">{t("product")}</b>
          ) : (
            <a class="top__name" href={addressOf("start", language.tag)}>
              {t("product")}
            </a>
          )}
          <Languages page={page} onLanguage={onLanguage} />
        </div>
        {draft && (
          <p class="draft-note">
            {t("draftLanguage.note")}{" "}
            <a
              href={addressOf(page, "en-GB")}
              hreflang="en-GB"
              onClick={instead(onLanguage && (() => onLanguage("en-GB")))}
            >
              {t("draftLanguage.english")}
            </a>
          </p>
        )}
      </header>
      <main id="main" class="page" tabIndex={-1}>
        {children}
      </main>
      <div
        class="about-app"
        id="about-app"
        role="status"
        data-ready={t("offline.ready")}
        data-update={t("update.text")}
        data-update-now={t("update.now")}
      />
      <section class="bar" aria-label={t("exit.button")}>
        <a class="bar__emergency" href={addressOf("emergency", language.tag)} onClick={instead(onEmergency)}>
          {t("emergency")} <bdi dir="ltr">999</bdi>
        </a>
        <a class="bar__exit" href="/away/" rel="nofollow noreferrer" data-exit {...spoken}>
          {t("exit.button")}
        </a>
      </section>
    </>
  );
}

/** Every language by its own name, behind the name of the one that is spoken. Opens and closes without a script. */
function Languages({ page, onLanguage }: { page: PageName; onLanguage: FrameProps["onLanguage"] | undefined }) {
  const { t, language } = useWords();
  const choose = (tag: string) => onLanguage && ((event: Event) => chosen(event, () => onLanguage(tag)));
  return (
    <nav class="languages" aria-label={t("languages")}>
      <details>
        <summary>
          <Globe />
          <span class="languages__what">{t("languages")}: </span>
          {language.name}
        </summary>
        <ul>
          {offered.map((other) => (
            <li key={other.tag}>
              <a
                href={addressOf(page, other.tag)}
                aria-current={other.tag === language.tag ? "true" : undefined}
                hreflang={other.tag}
                lang={other.tag}
                onClick={choose(other.tag)}
              >
                {other.name}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function chosen(event: Event, deed: () => void): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).closest("details")?.removeAttribute("open");
  deed();
}

/** For somebody who cannot read the name of the language that is spoken. */
const Globe = () => (
  <svg class="languages__globe" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="10" />
    <ellipse cx="12" cy="12" rx="4.5" ry="10" />
    <path d="M2.5 9h19M2.5 15h19" />
  </svg>
);

/** Does the deed on this page where there is one, and leaves the link to the browser where there is none. */
function instead(deed: (() => void) | undefined): ((event: Event) => void) | undefined {
  if (!deed) return undefined;
  return (event) => {
    event.preventDefault();
    deed();
  };
}
