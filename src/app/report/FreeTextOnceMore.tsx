import { organisations } from "virtual:deployment";
import { disclosed } from "../../report/disclosure.ts";
import { freeTexts } from "../../report/free-texts.ts";
import { type Spoken, useWords } from "../../ui/words-context.tsx";
import { consentsOf } from "./consents.ts";
import type { Report } from "./report.ts";

/** Own words may name somebody although only the facts were to be sent: the person reads them once more. */
export function FreeTextOnceMore({ report }: { report: Report }) {
  const { say, tell } = useWords();
  const facts = consentsOf(report.answers, organisations).filter(({ consent }) => consent?.choice === "facts");
  const seen = facts.map(
    ({ organisation, consent }) => consent && disclosed(report.answers, organisation, consent, report.depth),
  );
  const texts = [
    ...new Map(
      seen.flatMap((answers) => (answers ? freeTexts(answers) : [])).map((text) => [text.words.text, text]),
    ).values(),
  ];
  if (facts.length === 0 || texts.length === 0) return null;
  const chosenFactsOnly = ({ t, language }: Spoken) => {
    const names = new Intl.ListFormat(language.tag).format(facts.map(({ organisation }) => organisation.name));
    return t("report:check.freeText.text", { organisations: names });
  };
  return (
    <section class="panel">
      <h2 class="govuk-heading-m">{say("report:check.freeText.title")}</h2>
      <p>{tell(chosenFactsOnly)}</p>
      {texts.map(({ question, part, words }) => (
        <blockquote key={`${question}.${part}`} class="own-words" lang={words.language} dir="auto">
          {words.text}
        </blockquote>
      ))}
    </section>
  );
}
