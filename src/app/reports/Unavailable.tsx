import { useWords } from "../../ui/words-context.tsx";

/** The list cannot be read at this moment. Says why, and that nothing is lost. */
export function Unavailable({ why }: { why: "blocked" | "newer" }) {
  const { t } = useWords();
  return (
    <>
      <h1 class="govuk-heading-l">{t("report:list.title")}</h1>
      <p class="notice" role="alert">
        {t("report:list.unavailable")} {t(`saved.${why}`)}
      </p>
    </>
  );
}
