import { useState } from "preact/hooks";
import type { Part } from "../../report/question.ts";
import { HintAndError } from "../../ui/Field.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { Parts } from "./AnswerFields.tsx";
import { type Asking, useAskWords } from "./asking.ts";

const shared = "questions:common.people";

/** The same few things for each of several people. */
export function PeopleFields({ asking, parts, most }: { asking: Asking; parts: readonly Part[]; most: number }) {
  const { say } = useWords();
  const { question, entries } = asking;
  const [people, setPeople] = useState<readonly number[]>(() => peopleIn(entries, question.id));
  const words = useAskWords(asking).question;
  const nextPerson = Math.max(...people) + 1;
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {words.label}
      </h1>
      <HintAndError name={question.id} words={words} />
      {people.map((person, place) => (
        <fieldset class="govuk-fieldset person" key={person}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            {say(`${shared}.person`, { number: place + 1 })}
          </legend>
          <Parts asking={asking} parts={parts} prefix={`${question.id}.${person}`} />
          {people.length > 1 && (
            <button
              type="button"
              class="link-button"
              onClick={() => setPeople(people.filter((other) => other !== person))}
            >
              {say(`${shared}.remove`, { number: place + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      {people.length < most && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => setPeople([...people, nextPerson])}
        >
          {say(`${shared}.add`)}
        </button>
      )}
    </>
  );
}

/** The numbers of the people that the fields hold already; one to begin with. */
function peopleIn(entries: Asking["entries"], id: string): readonly number[] {
  const numbers = [...entries.keys()]
    .filter((name) => name.startsWith(`${id}.`))
    .map((name) => Number(name.split(".")[1]))
    .filter(Number.isInteger);
  return numbers.length > 0 ? [...new Set(numbers)] : [0];
}
