import { type Entry, grouped } from "../../guidance/directory.ts";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Contact, contactOf } from "../contact.ts";
import { addressOf } from "../Frame.tsx";
import { DirectoryEntry } from "../support/DirectoryEntry.tsx";

interface SupportPageProps {
  readonly contacts: readonly Contact[];
  readonly directory: readonly Entry[];
}

/** Stands in the address of the page, and so in the browser's history: it must not say what somebody looked for. */
const partId = (place: number): string => `part-${place + 1}`;

/** Everyone who can help, whether or not somebody makes a report: first in danger, then by what a person would look for. */
export function SupportPage({ contacts, directory }: SupportPageProps) {
  const { t, language } = useWords();
  const groups = grouped(directory);
  return (
    <>
      <h1 class="govuk-heading-l">{t("pages:support.title")}</h1>
      <p class="lead">{t("pages:support.lead")}</p>
      <p class="danger-strip">
        <span>
          {t("pages:start.danger")} <Phone number={contactOf(contacts, "emergency").call ?? ""} large />
        </span>
        <a class="govuk-link" href={addressOf("emergency", language.tag)}>
          {t("pages:start.dangerMore")}
        </a>
      </p>
      <nav aria-labelledby="contents">
        <h2 class="govuk-heading-s" id="contents">
          {t("directory:contents")}
        </h2>
        <ul class="govuk-list topics">
          {groups.map(({ group }, place) => (
            <li key={group}>
              <a class="govuk-link" href={`#${partId(place)}`}>
                {t(`directory:groups.${group}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ group, entries }, place) => (
        <section class="panel" key={group}>
          <h2 class="govuk-heading-m" id={partId(place)}>
            {t(`directory:groups.${group}`)}
          </h2>
          {entries.map((entry) => (
            <DirectoryEntry key={entry.id} entry={entry} />
          ))}
        </section>
      ))}
      <p>
        <a class="govuk-link" href={addressOf("advice", language.tag)}>
          {t("advice:link")}
        </a>
      </p>
    </>
  );
}
