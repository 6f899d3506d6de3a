import { useWords } from "../../ui/words-context.tsx";

/** Shows for which organisation the report is being closed. */
export function SealingPage({ organisation, place, of }: { organisation: string; place: number; of: number }) {
  const { t } = useWords();
  const step = t("report:sealing.step", { organisation });
  return (
    <section role="status">
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("report:sealing.title")}
      </h1>
      <p>{t("report:sealing.text")}</p>
      <p>
        {step}
        <progress aria-label={step} value={place} max={of} />
      </p>
    </section>
  );
}
