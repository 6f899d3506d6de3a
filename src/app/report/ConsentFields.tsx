import { organisations } from "virtual:deployment";
import type { Organisation } from "../../report/organisation.ts";
import { wantedOf } from "../../report/path.ts";
import { Group, HintAndError } from "../../ui/Field.tsx";
import { Options } from "../../ui/Options.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Asking, useAskWords } from "./asking.ts";
import { offeredTo } from "./consents.ts";

const shared = "questions:send";

/** For each organisation by itself: nothing, the facts, or the facts and how to reach me. Nothing is chosen beforehand. */
export function ConsentFields({ asking }: { asking: Asking }) {
  const { say, tell } = useWords();
  const offers = offeredTo(asking.answers, organisations);
  const noted = asking.who === "worker" ? offers.filter(getsNotes).map(({ name }) => name) : [];
  const report = useAskWords(asking).question;
  const words =
    wantedOf(asking.answers) === "supportOnly"
      ? { ...report, label: say(`${shared}.support.ask`), hint: say(`${shared}.support.hint`) }
      : report;
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {words.label}
      </h1>
      <HintAndError name={asking.question.id} words={words} />
      <p class="notice">{say(`${shared}.exception`)}</p>
      {noted.length > 0 && (
        <p class="notice">
          {tell(({ t, language }) =>
            t(`${shared}.workerNotes`, {
              organisations: new Intl.ListFormat(language.tag, { type: "disjunction" }).format(noted),
            }),
          )}
        </p>
      )}
      {offers.map((organisation) => (
        <OrganisationChoice key={organisation.id} asking={asking} organisation={organisation} />
      ))}
    </>
  );
}

/** Whether what a worker notes goes to this organisation with what it gets. */
const getsNotes = ({ choices }: Organisation) => choices.some(({ groups }) => groups.includes("office"));

function OrganisationChoice({ asking, organisation }: { asking: Asking; organisation: Organisation }) {
  const { say, tell } = useWords();
  const { entries, errors, question } = asking;
  const name = `${question.id}.${organisation.id}`;
  const error = errors.get(name);
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
    ...organisation.choices.map(({ id }) => ({
      value: id,
      label: say(`${shared}.options.${id}`),
      hint: say(`${own}.choices.${id}`),
    })),
  ];
  return (
    <Group name={name} words={{ label: organisation.name, hint: say(`${own}.does`), error: error && tell(error) }}>
      <Options kind="radios" name={name} rows={rows} chosen={entries.get(name) ?? []} />
      {additions.length > 0 && <div class="additions">{additions}</div>}
    </Group>
  );
}
