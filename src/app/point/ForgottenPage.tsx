import { useEffect, useState } from "preact/hooks";
import { useWords } from "../../ui/words-context.tsx";
import type { Tablet } from "./tablet.ts";

/** Nobody knows a passphrase any more. What will be lost stands here before anything is. */
export function ForgottenPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [drafts, setDrafts] = useState<number | null>(null);
  useEffect(() => void tablet.storage.drafts.list().then((all) => setDrafts(all.length)), [tablet]);
  const forget = async () => {
    await tablet.storage.workers.forgetAll();
    tablet.show({ kind: "newWorker" });
  };
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("point:forgotten.title")}
      </h1>
      <p>{t("point:forgotten.colleague")}</p>
      {drafts !== null && <p class="notice">{t("point:forgotten.lost", { count: drafts })}</p>}
      <p>{t("point:forgotten.safe")}</p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" onClick={() => tablet.show({ kind: "signIn" })}>
          {t("point:forgotten.cancel")}
        </button>
        <button type="button" class="govuk-button govuk-button--warning" onClick={() => void forget()}>
          {t("point:forgotten.confirm")}
        </button>
      </div>
    </>
  );
}
