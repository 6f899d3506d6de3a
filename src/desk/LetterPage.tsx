import { useErrorBoundary } from "preact/hooks";
import type { WaitingLetter } from "../wire/collection.ts";
import { referenceOf } from "../wire/reference.ts";
import { BrokenLetter } from "./BrokenLetter.tsx";
import type { Acts } from "./desk.ts";
import { useDeskWords } from "./desk-words.ts";
import { HarmlessText } from "./HarmlessText.tsx";
import type { OpenDesk } from "./lock.ts";
import { moment } from "./moments.ts";
import type { Opened } from "./opening.ts";
import { ReadLetter } from "./ReadLetter.tsx";
import type { Room } from "./room.ts";
import { useArrival } from "./use-arrival.ts";

interface LetterPageProps {
  readonly desk: OpenDesk;
  readonly listed: WaitingLetter;
  readonly acts: Acts;
  readonly room: Room;
}

/** One letter: being opened, read, broken, or not to be had. The reference comes first, on paper as well. */
export function LetterPage({ desk, listed, acts, room }: LetterPageProps) {
  const { t } = useDeskWords();
  const heading = useArrival();
  const [failed] = useErrorBoundary(); // a letter that breaks the page that shows it must not take the desk with it
  const opened = shownAs(desk.opened.get(listed.submission) ?? { kind: "opening" }, failed !== undefined);
  const back = () => {
    acts.putAway();
    document.querySelector<HTMLElement>(`[data-letter="${listed.submission}"]`)?.focus();
  };
  return (
    <article aria-labelledby="letter">
      <button type="button" class="link-button back" onClick={back}>
        {t("letter.back")}
      </button>
      <h2 id="letter" ref={heading} tabIndex={-1}>
        {t("letter.heading", { reference: referenceOf(listed.submission) })}
      </h2>
      <p class="note">
        {t("letter.received")} <time dateTime={listed.receivedAt}>{moment(listed.receivedAt)}</time>
      </p>
      {listed.from && (
        <p>
          <HarmlessText text={t("letter.from", { name: listed.from.name })} />
        </p>
      )}
      <Inside opened={opened} desk={desk} listed={listed} acts={acts} room={room} />
    </article>
  );
}

function shownAs(opened: Opened, failed: boolean): Opened {
  return failed && opened.kind === "read" ? { kind: "broken", because: "notALetter", bytes: opened.bytes } : opened;
}

function Inside({ opened, desk, listed, acts, room }: LetterPageProps & { opened: Opened }) {
  const { t } = useDeskWords();
  switch (opened.kind) {
    case "opening":
      return <p role="status">{t("letter.opening")}</p>;
    case "read":
      return <ReadLetter opened={opened} listed={listed} room={room} />;
    case "broken":
      return <BrokenLetter broken={opened} desk={desk} listed={listed} room={room} />;
    case "notFetched":
      return (
        <div class="notice" role="alert">
          <p>{t(`failure.${opened.because}`)}</p>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => void acts.choose(listed.submission)}
          >
            {t("letter.tryAgain")}
          </button>
        </div>
      );
  }
}
