import { organisations } from "virtual:deployment";
import { useWords } from "../../ui/words-context.tsx";
import { consentsOf } from "./consents.ts";
import type { Report } from "./report.ts";

/** Which organisation gets what, as it was chosen. */
export function WhoReads({ report, onChange }: { report: Report; onChange: () => void }) {
  const { say } = useWords();
  return (
    <section class="panel">
      <h2 class="govuk-heading-m">{say("report:check.who")}</h2>
      <dl class="govuk-summary-list">
        {consentsOf(report.answers, organisations).map(({ organisation, consent }) => (
          <div class="govuk-summary-list__row" key={organisation.id}>
            <dt class="govuk-summary-list__key">{organisation.name}</dt>
            <dd class="govuk-summary-list__value">
              <p class="answer-line">{say(`questions:send.options.${consent?.choice ?? "nothing"}`)}</p>
              {consent?.additions.map((id) => (
                <p class="answer-line" key={id}>
                  {say(`questions:send.organisations.${organisation.id}.additions.${id}.ask`)}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="link-button" id="change-send" onClick={onChange}>
        {say("change")}
        <span class="govuk-visually-hidden"> {say("questions:send.short")}</span>
      </button>
    </section>
  );
}
