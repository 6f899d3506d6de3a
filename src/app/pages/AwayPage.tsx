import { useWords } from "../../ui/words-context.tsx";

/** What is on the screen after "Exit this page" where there is no network: nothing that tells where one has been. */
export function AwayPage() {
  const { t } = useWords();
  return (
    <main class="page">
      <h1 class="govuk-heading-l">{t("pages:away.title")}</h1>
      <p>{t("pages:away.text")}</p>
    </main>
  );
}
