import { useWords } from "../../ui/words-context.tsx";
import type { Contact } from "../contact.ts";
import { NoScript } from "../pages/StartPage.tsx";

/** The list of reports before the device's storage has been opened. */
export function ReportsOpening({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useWords();
  return (
    <>
      <h1 class="govuk-heading-l">{t("report:list.title")}</h1>
      <p class="lead">{t("report:list.lead")}</p>
      <noscript>
        <NoScript contacts={contacts} />
      </noscript>
    </>
  );
}
