import { type Spoken, useWords } from "../../ui/words-context.tsx";

/** Shows for which organisation the report is being closed. */
export function SealingPage({ organisation, place, of }: { organisation: string; place: number; of: number }) {
  const { t, say, tell } = useWords();
  const step = ({ t }: Pick<Spoken, "t">) => t("report:sealing.step", { organisation });
  return (
    <section role="status">
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {say("report:sealing.title")}
      </h1>
      <p>{say("report:sealing.text")}</p>
      <p>
        {tell(step)}
        <progress aria-label={step({ t })} value={place} max={of} />
      </p>
    </section>
  );
}
