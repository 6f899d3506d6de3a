import { fingerprintOf } from "../sealing/open.ts";
import type { WaitingLetter } from "../wire/collection.ts";
import { useDeskWords } from "./desk-words.ts";
import type { OpenDesk } from "./lock.ts";
import type { Opened } from "./opening.ts";
import type { Room } from "./room.ts";
import { sealedFile } from "./saved-files.ts";

interface BrokenLetterProps {
  readonly broken: Extract<Opened, { kind: "broken" }>;
  readonly desk: OpenDesk;
  readonly listed: WaitingLetter;
  readonly room: Room;
}

/** A letter that cannot be read, why, with which key it was tried, and what to do next. Nothing of it is shown. */
export function BrokenLetter({ broken, desk, listed, room }: BrokenLetterProps) {
  const { t } = useDeskWords();
  return (
    <section class="panel broken" aria-labelledby="broken">
      <h3 id="broken">{t("broken.heading")}</h3>
      <p>
        {t(`broken.${broken.because}`)} {t(`broken.${broken.because}Next`)}
      </p>
      <p>{t("broken.nothingShown")}</p>
      <dl class="rows">
        <div class="rows__row">
          <dt>{t("broken.yourKey")}</dt>
          <dd class="fingerprint">{fingerprintOf(desk.key.recipient)}</dd>
        </div>
      </dl>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => room.save(sealedFile(listed.submission, broken.bytes))}
      >
        {t("letter.saveSealed")}
      </button>
    </section>
  );
}
