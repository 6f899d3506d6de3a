import { useCallback, useState } from "preact/hooks";
import type { TicketedDraft } from "../../storage/drafts.ts";
import { type Counts, unsentOf } from "../../storage/outbox.ts";
import type { Worker } from "../../storage/workers.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useOutboxReading } from "../reports/outbox-reading.ts";
import { DevicePanel } from "./DevicePanel.tsx";
import { DraftsPanel } from "./DraftsPanel.tsx";
import { SealedPanel } from "./SealedPanel.tsx";
import type { Tablet } from "./tablet.ts";

/** What lies on the tablet, as the home shows it. */
export interface OnTablet {
  readonly drafts: readonly TicketedDraft[];
  readonly workers: readonly Worker[];
  readonly counts: Counts;
  readonly oldestUnsentAt: number | null;
}

/** A worker's home: the next visitor, what waits to be finished, what waits to be sent, and how the tablet is. */
export function HomePage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [onTablet, read] = useOnTablet(tablet);
  const point = tablet.enrolment()?.point;
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading data-home={onTablet ? "" : undefined}>
        {point?.name}
      </h1>
      <p class="source">
        {t("point:home.signedIn", { name: tablet.worker()?.name, tier: t("point:tier", { tier: point?.tier }) })}
      </p>
      {tablet.enrolment()?.revoked && (
        <div class="notice" role="alert">
          <p>{t("point:home.revoked")}</p>
          <button type="button" class="link-button" onClick={() => tablet.show({ kind: "enrol" })}>
            {t("point:home.enrolAgain")}
          </button>
        </div>
      )}
      {tablet.missing() > 0 && (
        <div class="notice" role="alert">
          <p>{t("report:list.missing", { count: tablet.missing() })}</p>
          <button type="button" class="link-button" onClick={() => tablet.missingSeen()}>
            {t("report:list.missingSeen")}
          </button>
        </div>
      )}
      <p class="doors">
        <button
          type="button"
          class="govuk-button door"
          onClick={() => tablet.show({ kind: "visitStart", isAddendum: false })}
        >
          {t("point:home.begin")}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary door" onClick={() => void tablet.lock()}>
          {t("point:home.lock")}
        </button>
      </p>
      {onTablet && (
        <>
          <DraftsPanel tablet={tablet} drafts={onTablet.drafts} workers={onTablet.workers} onChange={read} />
          <SealedPanel tablet={tablet} counts={onTablet.counts} oldestUnsentAt={onTablet.oldestUnsentAt} />
          <DevicePanel tablet={tablet} />
        </>
      )}
      <ul class="govuk-list more-deeds">
        <li>
          <button
            type="button"
            class="link-button"
            onClick={() => tablet.show({ kind: "visitStart", isAddendum: true })}
          >
            {t("point:home.addendum")}
          </button>
        </li>
        <li>
          <button type="button" class="link-button" onClick={() => tablet.show({ kind: "log" })}>
            {t("point:home.log")}
          </button>
        </li>
        <li>
          <button type="button" class="link-button" onClick={() => tablet.show({ kind: "workers" })}>
            {t("point:home.workers")}
          </button>
        </li>
        <li>
          <button type="button" class="link-button" onClick={() => tablet.signOut()}>
            {t("point:home.signOut")}
          </button>
        </li>
      </ul>
    </>
  );
}

/** Read at once, and again when something in the outbox changed. */
function useOnTablet({ storage }: Tablet): readonly [OnTablet | null, () => void] {
  const [onTablet, setOnTablet] = useState<OnTablet | null>(null);
  const { drafts, outbox, workers } = storage;
  const read = useCallback(async () => {
    const [all, everybody, counts, oldestUnsentAt] = await Promise.all([
      drafts.list(),
      workers.list(),
      outbox.counts(),
      outbox.oldestUnsentAt(),
    ]);
    setOnTablet({ drafts: all, workers: everybody, counts, oldestUnsentAt });
    showBadge(unsentOf(counts));
  }, [drafts, outbox, workers]);
  useOutboxReading(outbox, read);
  return [onTablet, () => void read()];
}

/** How many are not sent, on the app's icon where the device shows such a thing. */
function showBadge(unsent: number): void {
  if (!("setAppBadge" in navigator)) return;
  void (unsent > 0 ? navigator.setAppBadge(unsent) : navigator.clearAppBadge()).catch(() => undefined); // not installed
}
