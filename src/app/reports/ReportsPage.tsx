import { useCallback, useState } from "preact/hooks";
import { dateFormat } from "../../language/date-format.ts";
import { type Counts, type Parcel, unsentOf } from "../../storage/outbox.ts";
import type { DeviceStorage } from "../../storage/storage.ts";
import { useWords } from "../../ui/words-context.tsx";
import { referenceOf } from "../../wire/reference.ts";
import { useOutboxReading } from "./outbox-reading.ts";
import { ParcelStatus } from "./ParcelStatus.tsx";

const atOnce = 20;

interface ReportsPageProps {
  readonly storage: DeviceStorage;
  /** Unsent reports that the device has lost. */
  readonly missing: number;
  readonly onMissingSeen: () => void;
  readonly onSend: () => void;
}

/** Every sealed report on this device, newest first, and where each one is. */
export function ReportsPage({ storage: { outbox }, missing, onMissingSeen, onSend }: ReportsPageProps) {
  const { t } = useWords();
  const [limit, setLimit] = useState(atOnce);
  const [shown, setShown] = useState<{ parcels: readonly Parcel[]; more: boolean; counts: Counts } | null>(null);
  const read = useCallback(async () => {
    const [page, counts] = await Promise.all([outbox.list({ limit }), outbox.counts()]);
    setShown({ parcels: page.parcels, more: page.next !== null, counts });
  }, [outbox, limit]);
  useOutboxReading(outbox, read);
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("report:list.title")}
      </h1>
      <p class="lead">{t("report:list.lead")}</p>
      {missing > 0 && (
        <div class="notice" role="alert">
          <p>{t("report:list.missing", { count: missing })}</p>
          <button type="button" class="link-button" onClick={onMissingSeen}>
            {t("report:list.missingSeen")}
          </button>
        </div>
      )}
      {shown && <Summary counts={shown.counts} missing={missing} />}
      <ul class="parcels" data-list={shown ? "" : undefined}>
        {shown?.parcels.map((parcel) => (
          <li key={parcel.id} class="panel">
            <Heading parcel={parcel} />
            <ParcelStatus parcel={parcel} outbox={outbox} onSend={onSend} />
            {parcel.state.kind === "received" && (
              <button type="button" class="link-button" onClick={() => void outbox.remove(parcel.id)}>
                {t("report:list.remove")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown?.more && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setLimit(limit + atOnce)}>
          {t("report:list.more")}
        </button>
      )}
    </>
  );
}

function Summary({ counts, missing }: { counts: Counts; missing: number }) {
  const { t } = useWords();
  const unsent = unsentOf(counts);
  if (unsent > 0) return <p role="status">{t("report:list.unsent", { count: unsent })}</p>;
  if (missing > 0) return null;
  return <p role="status">{t(counts.received > 0 ? "report:list.allSent" : "report:list.empty")}</p>;
}

function Heading({ parcel }: { parcel: Parcel }) {
  const { t, language } = useWords();
  const when = dateFormat(language.tag, { dateStyle: "long", timeStyle: "short" }).format(parcel.createdAt);
  return (
    <>
      <h2 class="govuk-heading-m">
        <bdi dir="ltr">{referenceOf(parcel.id)}</bdi>
      </h2>
      <p class="source">{t("report:list.made", { when })}</p>
    </>
  );
}
