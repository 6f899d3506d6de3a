import { useCallback, useEffect, useState } from "preact/hooks";
import type { Worker } from "../../storage/workers.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { Tablet } from "./tablet.ts";

/** Who may open this tablet. One of them adds another; the last one stays. */
export function WorkersPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [workers, setWorkers] = useState<readonly Worker[]>([]);
  const [leaving, setLeaving] = useState<Worker | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const read = useCallback(() => void tablet.storage.workers.list().then(setWorkers), [tablet]);
  useEffect(read, [read]);
  const remove = async (worker: Worker) => {
    const outcome = await tablet.storage.workers.remove(worker.id);
    setLeaving(null);
    setFault(outcome.kind === "removed" ? null : t(`point:workers.${outcome.kind}`));
    read();
  };
  return (
    <>
      <button type="button" class="back" onClick={() => void tablet.goHome()}>
        {t("back")}
      </button>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("point:workers.title")}
      </h1>
      <p>{t("point:workers.text")}</p>
      {fault && (
        <p class="notice" role="alert">
          {fault}
        </p>
      )}
      <ul class="tickets">
        {workers.map((worker) => (
          <li key={worker.id}>
            <b>{worker.name}</b> <span class="source">{t(`point:workers.${worker.opensWith}`)}</span>
            <div>
              <button type="button" class="link-button" onClick={() => setLeaving(worker)}>
                {t("point:workers.remove")}
                <span class="govuk-visually-hidden"> {worker.name}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      {leaving && (
        <div class="notice" role="alert">
          <p>{t("point:workers.removeText", { name: leaving.name })}</p>
          <div class="govuk-button-group">
            <button type="button" class="govuk-button govuk-button--warning" onClick={() => void remove(leaving)}>
              {t("point:workers.removeConfirm", { name: leaving.name })}
            </button>
            <button type="button" class="link-button" onClick={() => setLeaving(null)}>
              {t("point:workers.removeCancel", { name: leaving.name })}
            </button>
          </div>
        </div>
      )}
      <button type="button" class="govuk-button" onClick={() => tablet.show({ kind: "newWorker" })}>
        {t("point:workers.add")}
      </button>
    </>
  );
}
