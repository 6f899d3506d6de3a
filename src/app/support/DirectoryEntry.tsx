import type { Entry } from "../../guidance/directory.ts";
import { dateFormat } from "../../language/date-format.ts";
import { nameOfLanguage } from "../../language/languages.ts";
import { type Spoken, useWords } from "../../ui/words-context.tsx";
import { WayToReach } from "./WayToReach.tsx";

interface DirectoryEntryProps {
  readonly entry: Entry;
  /** The moment at which it is shown, where scripts run. */
  readonly now?: number;
  /** Addresses can be read, and not followed. */
  readonly stay?: boolean;
}

/** Who they are, what they are for, how to reach them, and whether anybody has made sure of it. */
export function DirectoryEntry({ entry, now, stay = false }: DirectoryEntryProps) {
  const { say, tell } = useWords();
  const { id, name, area, ways, languages, cost, source, verifiedOn } = entry;
  return (
    <section class="entry">
      <h3 class="govuk-heading-s" id={`entry-${id}`}>
        <bdi>{name}</bdi>
      </h3>
      <p>{say(`directory:about.${id}`)}</p>
      <ul class="govuk-list">
        {ways.map((way) => (
          <WayToReach key={way.way + way.to} way={way} now={now} stay={stay} />
        ))}
        {languages && <li>{tell((spoken) => languagesInWords(languages, spoken))}</li>}
        {cost && <li>{say("directory:free")}</li>}
        {area && <li>{say("directory:where", { area })}</li>}
      </ul>
      <p class="source">
        {tell((spoken) => checkedInWords(verifiedOn, spoken))}{" "}
        {!stay && (
          <a
            class="govuk-link"
            id={`source-${id}`}
            href={source}
            rel="noreferrer"
            aria-labelledby={`source-${id} entry-${id}`}
          >
            {say("pages:support.source")}
          </a>
        )}
      </p>
    </section>
  );
}

function languagesInWords(languages: "any" | readonly string[], { t, language: { tag } }: Spoken): string {
  if (languages === "any") return t("directory:languages.any");
  const names = languages.map((each) => nameOfLanguage(each, tag));
  return t("directory:languages.some", { languages: new Intl.ListFormat(tag).format(names) });
}

function checkedInWords(verifiedOn: string | null, { t, language: { tag } }: Spoken): string {
  if (verifiedOn === null) return t("directory:unchecked");
  const date = dateFormat(tag, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${verifiedOn}T00:00Z`));
  return t("directory:checked", { date });
}
