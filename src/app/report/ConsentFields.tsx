import { organisations } from "virtual:deployment";
import { choicesOffered } from "../../report/disclosure.ts";
import type { Organisation } from "../../report/organisation.ts";
import { Group, HintAndError } from "../../ui/Field.tsx";
import { Options } from "../../ui/Options.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Asking, useAskWords } from "./asking.ts";

const shared = "questions:send";

/** For each organisation by itself: nothing, the facts, or the facts and how to reach me. Nothing is chosen beforehand. */
export function ConsentFields({ asking }: { asking: Asking }) {
  const { say } = useWords();
  const words = useAskWords(asking).question;
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {words.label}
      </h1>
      <HintAndError name={asking.question.id} words={words} />
      <p class="notice">{say(`${shared}.exception`)}</p>
      {organisations
        .filter((organisation) => choicesOffered(organisation, asking.answers).length > 0)
        .map((organisation) => (
          <OrganisationChoice key={organisation.id} asking={asking} organisation={organisation} />
        ))}
    </>
  );
}

function OrganisationChoice({ asking, organisation }: { asking: Asking; organisation: Organisation }) {
  const { say } = useWords();
  const { entries, errors, question } = asking;
  const name = `${question.id}.${organisation.id}`;
  const own = `${shared}.organisations.${organisation.id}`;
  const additions = organisation.additions.map(({ id }) => (
    <div class="govuk-form-group" key={id}>
      <Options
        kind="checkboxes"
        name={`${name}.${id}`}
        rows={[{ value: "yes", label: say(`${own}.additions.${id}.ask`), hint: say(`${own}.additions.${id}.hint`) }]}
        chosen={entries.get(`${name}.${id}`) ?? []}
      />
    </div>
  ));
  const rows = [
    { value: "nothing", label: say(`${shared}.options.nothing`) },
    ...choicesOffered(organisation, asking.answers).map(({ id }) => ({
      value: id,
      label: say(`${shared}.options.${id}`),
      hint: say(`${own}.choices.${id}`),
    })),
  ];
  return (
    <Group name={name} words={{ label: organisation.name, hint: say(`${own}.does`), error: errors.get(name) }}>
      <Options kind="radios" name={name} rows={rows} chosen={entries.get(name) ?? []} />
      {additions.length > 0 && <div class="additions">{additions}</div>}
    </Group>
  );
}
