import { questions } from "../report/questions.ts";
import type { WaitingLetter } from "../wire/collection.ts";
import { ContactPanel } from "./ContactPanel.tsx";
import { useDeskWords } from "./desk-words.ts";
import { GrantedPanel } from "./GrantedPanel.tsx";
import { languageName } from "./language-name.ts";
import { farApart, moment } from "./moments.ts";
import type { Opened } from "./opening.ts";
import { readingOf } from "./reading.ts";
import type { Room } from "./room.ts";
import { Rows } from "./Saying.tsx";
import { readableFile, sealedFile } from "./saved-files.ts";

interface ReadLetterProps {
  readonly opened: Extract<Opened, { kind: "read" }>;
  readonly listed: WaitingLetter;
  readonly room: Room;
}

/** An opened letter: what one may do with it first, then how to reach the person safely, then what they said. */
export function ReadLetter({ opened: { letter, bytes }, listed, room }: ReadLetterProps) {
  const { t, say } = useDeskWords();
  const reading = readingOf(letter, questions);
  return (
    <>
      <p class="note">
        {t("letter.written")} <time dateTime={letter.writtenAt}>{moment(letter.writtenAt)}</time> ·{" "}
        {languageName(letter.language)} · {t(`letter.depths.${letter.depth}`)}
      </p>
      {letter.addendumTo && <p class="notice">{t("letter.addendum", { reference: letter.addendumTo })}</p>}
      {farApart(letter.writtenAt, listed.receivedAt) && <p class="notice">{t("letter.farApart")}</p>}
      <div class="buttons">
        <button type="button" class="govuk-button govuk-button--secondary" onClick={room.print}>
          {t("letter.print")}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => room.save(sealedFile(listed.submission, bytes))}
        >
          {t("letter.saveSealed")}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => room.save(readableFile(listed, letter))}
        >
          {t("letter.saveReadable")}
        </button>
      </div>
      <p class="note not-printed">{t("letter.copies")}</p>
      <GrantedPanel granted={reading.granted} wording={letter.consent.wording} />
      <ContactPanel contact={reading.contact} />
      {reading.sections.length === 0 && <p>{t("letter.none")}</p>}
      {reading.sections.map((section) => (
        <section class="panel" key={section.id} aria-labelledby={`section-${section.id}`}>
          <h3 id={`section-${section.id}`}>{say(section.label)}</h3>
          <Rows rows={section.rows} />
        </section>
      ))}
    </>
  );
}
