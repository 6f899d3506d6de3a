import { organisations } from "virtual:deployment";
import { useState } from "preact/hooks";
import { dateFormat } from "../../language/date-format.ts";
import type { Outbox, Parcel } from "../../storage/outbox.ts";
import { useWords } from "../../ui/words-context.tsx";
import { saveFile } from "./save-file.ts";

interface ParcelStatusProps {
  readonly parcel: Parcel;
  readonly outbox: Outbox;
  readonly onSend: () => void;
}

const nameOf = (id: string): string => organisations.find((organisation) => organisation.id === id)?.name ?? id;

/** Says in words where a sealed report is, and what the person can do about it. */
export function ParcelStatus({ parcel, outbox, onSend }: ParcelStatusProps) {
  const { t } = useWords();
  const { state } = parcel;
  switch (state.kind) {
    case "sending":
      return <p class="status status--waiting">{t("report:status.sending")}</p>;
    case "waiting":
      return (
        <>
          <p class="status status--waiting">{t("report:status.waiting")}</p>
          {state.because !== "new" && <p>{t(`report:status.because.${state.because}`)}</p>}
          <p>{t("report:status.waitingHint")}</p>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => void outbox.sendNow(parcel.id).then(onSend)}
          >
            {t("report:status.sendNow")}
          </button>
          <SaveSealed parcel={parcel} outbox={outbox} />
        </>
      );
    case "held":
      return (
        <>
          <p class="status status--held">{t("report:status.held")}</p>
          <p>{t(`report:status.heldBecause.${state.because}`)}</p>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => void outbox.release(parcel.id).then(onSend)}
          >
            {t("report:status.tryAgain")}
          </button>
          <SaveSealed parcel={parcel} outbox={outbox} />
        </>
      );
    case "received":
      return (
        <ul class="govuk-list">
          {parcel.letters.map(({ organisation }) => (
            <li key={organisation} class="status status--received">
              <ReceivedBy organisation={organisation} at={state.receipt.claim.receivedAt} />
            </li>
          ))}
        </ul>
      );
  }
}

function ReceivedBy({ organisation, at }: { organisation: string; at: string }) {
  const { t, language } = useWords();
  const format = dateFormat(language.tag, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/London" });
  const when = format.format(new Date(at));
  return <>{t("report:status.received", { organisation: nameOf(organisation), when })}</>;
}

/** Offers each sealed letter as a file, so that nothing depends on this device or this network. */
function SaveSealed({ parcel, outbox }: { parcel: Parcel; outbox: Outbox }) {
  const { t } = useWords();
  const [missing, setMissing] = useState(false);
  const save = async (organisation: string) => {
    const bytes = await outbox.letter(parcel.id, organisation);
    if (bytes) saveFile(`${organisation}-${parcel.id.slice(0, 8)}.age`, bytes);
    setMissing(!bytes);
  };
  return (
    <ul class="govuk-list">
      {parcel.letters.map(({ organisation }) => (
        <li key={organisation}>
          <button type="button" class="link-button" onClick={() => void save(organisation)}>
            {t("report:status.save", { organisation: nameOf(organisation) })}
          </button>
        </li>
      ))}
      {missing && <li role="alert">{t("report:list.unavailable")}</li>}
    </ul>
  );
}
