import type { Acts } from "./desk.ts";
import { useDeskWords } from "./desk-words.ts";
import { Keys } from "./Keys.tsx";
import { LetterList } from "./LetterList.tsx";
import { LetterPage } from "./LetterPage.tsx";
import type { OpenDesk } from "./lock.ts";
import type { Room } from "./room.ts";
import { useArrival } from "./use-arrival.ts";

interface LettersProps {
  readonly desk: OpenDesk;
  readonly acts: Acts;
  readonly room: Room;
}

/** An open desk: the list beside the letter, on a narrow screen one of the two. */
export function Letters({ desk, acts, room }: LettersProps) {
  const { t } = useDeskWords();
  const listed = desk.letters.find((letter) => letter.submission === desk.reading);
  return (
    <>
      {desk.idling && (
        <div class="idling" role="alert">
          <p>{t("idling.text")}</p>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={acts.touched}>
            {t("idling.stay")}
          </button>
        </div>
      )}
      <h1 class="govuk-visually-hidden" ref={useArrival()} tabIndex={-1}>
        {t("letters.title", { organisation: room.organisationName(desk.session.organisation) })}
      </h1>
      <div class={listed ? "desk desk--reading" : "desk"}>
        <div class="desk__list">
          <LetterList desk={desk} acts={acts} room={room} />
          <Keys desk={desk} />
        </div>
        <div class="desk__letter">
          {listed ? (
            <LetterPage key={listed.submission} desk={desk} listed={listed} acts={acts} room={room} />
          ) : (
            <p class="empty">{t("letters.choose")}</p>
          )}
        </div>
      </div>
    </>
  );
}
