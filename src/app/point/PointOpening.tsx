import { useWords } from "../../ui/words-context.tsx";
import type { Contact } from "../contact.ts";
import { NoScript } from "../pages/StartPage.tsx";

/** What stands on the tablet before its script has arrived. */
export function PointOpening({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useWords();
  return (
    <>
      <h1 class="govuk-heading-l">{t("point:opening")}</h1>
      <noscript>
        <NoScript contacts={contacts} />
      </noscript>
    </>
  );
}
