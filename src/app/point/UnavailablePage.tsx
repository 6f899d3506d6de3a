import { useWords } from "../../ui/words-context.tsx";

/** The tablet cannot be used as it is. Says why and what to do; nothing on it is touched. */
export function UnavailablePage({ because }: { because: "blocked" | "newer" | "inMemory" }) {
  const { t } = useWords();
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("point:unavailable.title")}
      </h1>
      <p class="notice" role="alert">
        {because === "inMemory" ? t("point:unavailable.inMemory") : t(`saved.${because}`)}
      </p>
    </>
  );
}
