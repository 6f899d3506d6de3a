import { useWords } from "../../ui/words-context.tsx";
import { addressOf } from "../Frame.tsx";

/** What is left of a report that was closed and cannot be opened again. */
export function OverPage() {
  const { t, language } = useWords();
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("report:lock.over.title")}
      </h1>
      <p>{t("report:lock.over.text")}</p>
      <p>
        <a class="govuk-button" href={addressOf("report", language.tag)}>
          {t("report:lock.over.again")}
        </a>
      </p>
    </>
  );
}
