import { useWords } from "../../ui/words-context.tsx";

/** The visitor's own part is done. The tablet locks as it is given back, so that nobody else reads along. */
export function HandBackPage({ onLock, onBack }: { onLock: () => void; onBack: () => void }) {
  const { t } = useWords();
  return (
    <>
      <button type="button" class="back" onClick={onBack}>
        {t("back")}
      </button>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("point:handBack.title")}
      </h1>
      <p>{t("point:handBack.text")}</p>
      <button type="button" class="govuk-button" onClick={onLock}>
        {t("point:handBack.lock")}
      </button>
    </>
  );
}
