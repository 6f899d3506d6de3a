import { useState } from "preact/hooks";
import { questions } from "../report/questions.ts";
import type { WaitingLetter } from "../wire/collection.ts";
import { referenceOf } from "../wire/reference.ts";
import type { Acts } from "./desk.ts";
import { useDeskWords } from "./desk-words.ts";
import { HarmlessText } from "./HarmlessText.tsx";
import type { OpenDesk } from "./lock.ts";
import { briefMoment, size } from "./moments.ts";
import type { Room } from "./room.ts";
import { spreadsheetFile } from "./saved-files.ts";
import { type OpenedLetter, spreadsheetOf } from "./spreadsheet.ts";

interface LetterListProps {
  readonly desk: OpenDesk;
  readonly acts: Acts;
  readonly room: Room;
}

const shownAtOnce = 100;

/** The organisation's letters, newest first, and what is new among them. */
export function LetterList({ desk, acts, room }: LetterListProps) {
  const { t, say } = useDeskWords();
  const [most, setMost] = useState(shownAtOnce);
  const older = desk.letters.length - most;
  const readable = openedIn(desk);
  return (
    <nav aria-labelledby="letters">
      <h2 id="letters">{t("letters.heading")}</h2>
      <p role="status">
        <Standing desk={desk} />
      </p>
      <div class="buttons">
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void acts.refresh()}>
          {t("letters.refresh")}
        </button>
        {readable.length > 0 && (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => room.save(spreadsheetFile(spreadsheetOf(readable, questions, say)))}
          >
            {t("letters.spreadsheet", { count: readable.length })}
          </button>
        )}
      </div>
      <p class="note">{t("letters.whatIsNew")}</p>
      <ul class="list">
        {desk.letters.slice(0, most).map((letter) => (
          <Entry key={letter.submission} letter={letter} desk={desk} acts={acts} />
        ))}
      </ul>
      {older > 0 && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setMost(most + shownAtOnce)}>
          {t("letters.older", { count: older })}
        </button>
      )}
    </nav>
  );
}

/** How many letters there are, or why that is not known. */
function Standing({ desk }: { desk: OpenDesk }) {
  const { t } = useDeskWords();
  const fresh = desk.letters.filter((letter) => letter.acknowledgedAt === null).length;
  if (desk.listing !== "listed" && desk.listing !== "listing") return <>{t(`failure.${desk.listing}`)}</>;
  if (desk.letters.length === 0) return <>{t(desk.listing === "listing" ? "letters.listing" : "letters.none")}</>;
  const standing = [
    t("letters.count", { count: desk.letters.length }),
    ...(fresh ? [t("letters.new", { count: fresh })] : []),
  ];
  return <>{standing.join(", ")}</>;
}

function Entry({ letter, desk, acts }: { letter: WaitingLetter; desk: OpenDesk; acts: Acts }) {
  const { t } = useDeskWords();
  const isBroken = desk.opened.get(letter.submission)?.kind === "broken";
  return (
    <li>
      <button
        type="button"
        class={letter.acknowledgedAt === null ? "entry entry--new" : "entry"}
        aria-current={desk.reading === letter.submission ? "true" : undefined}
        data-letter={letter.submission}
        onClick={() => void acts.choose(letter.submission)}
      >
        <span class="entry__reference">{referenceOf(letter.submission)}</span>{" "}
        {isBroken && <strong class="tag tag--broken">{t("letters.isBroken")}</strong>}{" "}
        {letter.acknowledgedAt === null && !isBroken && <strong class="tag">{t("letters.isNew")}</strong>}{" "}
        <span class="entry__facts">
          <time dateTime={letter.receivedAt}>{briefMoment(letter.receivedAt)}</time> · {size(letter.bytes)}
        </span>
        {letter.from && (
          <span class="entry__facts">
            <HarmlessText text={t("letters.from", { name: letter.from.name })} />
          </span>
        )}
      </button>
    </li>
  );
}

function openedIn(desk: OpenDesk): readonly OpenedLetter[] {
  return desk.letters.flatMap((waiting) => {
    const opened = desk.opened.get(waiting.submission);
    return opened?.kind === "read" ? [{ waiting, letter: opened.letter }] : [];
  });
}
