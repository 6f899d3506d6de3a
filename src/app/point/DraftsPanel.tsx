import { useState } from "preact/hooks";
import { dateFormat } from "../../language/date-format.ts";
import type { TicketedDraft } from "../../storage/drafts.ts";
import type { Worker } from "../../storage/workers.ts";
import { useWords } from "../../ui/words-context.tsx";
import { daysSince } from "./days-since.ts";
import { mayOpen } from "./may-open.ts";
import type { Tablet } from "./tablet.ts";

interface DraftsPanelProps {
  readonly tablet: Tablet;
  readonly drafts: readonly TicketedDraft[];
  readonly workers: readonly Worker[];
  readonly onChange: () => void;
}

/** Reports that visitors mean to come back to, by ticket. One that nobody touched for long asks for a decision. */
export function DraftsPanel({ tablet, drafts, workers, onChange }: DraftsPanelProps) {
  const { t } = useWords();
  if (drafts.length === 0) return null;
  return (
    <section class="panel">
      <h2 class="govuk-heading-m">{t("point:drafts.title")}</h2>
      <ul class="tickets">
        {drafts.map((draft) => (
          <Ticket key={draft.id} tablet={tablet} draft={draft} workers={workers} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}

interface TicketProps {
  readonly tablet: Tablet;
  readonly draft: TicketedDraft;
  readonly workers: readonly Worker[];
  readonly onChange: () => void;
}

function Ticket({ tablet, draft, workers, onChange }: TicketProps) {
  const { t, language } = useWords();
  const [deleting, setDeleting] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const settings = tablet.enrolment()?.point.settings;
  const isOurs = settings?.sharedDrafts === true || mayOpen(draft, tablet.worker(), workers);
  const days = daysSince(draft.updatedAt, Date.now());
  const isOld = settings !== undefined && days >= settings.draftDays;
  const when = dateFormat(language.tag, { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/London" });
  const name = t("point:drafts.ticket", { number: draft.number, when: when.format(draft.startedAt) });
  const open = async () => {
    const outcome = await tablet.resumeVisit(draft.id);
    if (outcome === "elsewhere") setFault(t("saved.elsewhere"));
    if (outcome === "gone") setFault(t("point:drafts.gone"));
  };
  const remove = async () => {
    await tablet.storage.drafts.discard(draft.id);
    onChange();
  };
  return (
    <li>
      <b>{name}</b>
      {isOld && <p class="status status--waiting">{t("point:drafts.old", { count: days })}</p>}
      {fault && (
        <p class="govuk-error-message" role="alert">
          {fault}
        </p>
      )}
      {!isOurs && <p>{t("point:drafts.others")}</p>}
      {isOurs && !deleting && (
        <div class="visit-bar__deeds">
          <button type="button" class="link-button" onClick={() => void open()}>
            {t("point:drafts.open")}
            <span class="govuk-visually-hidden"> {name}</span>
          </button>
          <button type="button" class="link-button" onClick={() => setDeleting(true)}>
            {t("point:drafts.delete")}
            <span class="govuk-visually-hidden"> {name}</span>
          </button>
        </div>
      )}
      {deleting && (
        <div role="alert">
          <p>{t("point:drafts.deleteText")}</p>
          <div class="govuk-button-group">
            <button type="button" class="govuk-button govuk-button--warning" onClick={() => void remove()}>
              {t("point:drafts.deleteConfirm")}
            </button>
            <button type="button" class="link-button" onClick={() => setDeleting(false)}>
              {t("point:drafts.deleteCancel")}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}
