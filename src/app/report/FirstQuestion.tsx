import { questions } from "../../report/questions.ts";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Contact, contactOf } from "../contact.ts";
import { EmergencyHelp } from "../pages/EmergencyHelp.tsx";
import { NoScript } from "../pages/StartPage.tsx";
import type { Asking } from "./asking.ts";
import { QuestionPage } from "./QuestionPage.tsx";
import { firstQuestion } from "./report.ts";

/** Where "Continue" leads while no script is there yet: the address keeps that it was pressed. */
export const pressedEarly = "#next";

interface FirstQuestionProps {
  readonly contacts: readonly Contact[];
  readonly asking?: Asking;
  readonly onContinue?: (form: HTMLFormElement) => void;
  readonly onInput?: () => void;
}

/**
 * The first question, as HTML that answers at once: "yes" opens the emergency numbers by style alone, and "Continue" is
 * a link whose press the script finds in the address when it arrives.
 */
export function FirstQuestion({ contacts, asking = untouched(), onContinue, onInput }: FirstQuestionProps) {
  const { say } = useWords();
  const victimsFirst = contactOf(contacts, "victimsFirst").call ?? "";
  return (
    <>
      <QuestionPage
        asking={{ ...asking, reveals: { yes: <EmergencyHelp contacts={contacts} /> } }}
        {...(onInput ? { onInput } : {})}
      >
        <a
          class="govuk-button"
          href={pressedEarly}
          data-continue
          onClick={(event) => {
            const form = event.currentTarget.closest("form");
            if (!onContinue || !form) return;
            event.preventDefault();
            onContinue(form);
          }}
        >
          {say("continue")}
        </a>
      </QuestionPage>
      <section class="panel early" id={pressedEarly.slice(1)}>
        <h2 class="govuk-heading-m">{say("loading.title")}</h2>
        <p>{say("loading.text")}</p>
        <p>
          <Phone number={victimsFirst} large />
        </p>
      </section>
      <noscript>
        <NoScript contacts={contacts} />
      </noscript>
    </>
  );
}

function untouched(): Asking {
  const question = questions.find((candidate) => candidate.id === firstQuestion);
  if (!question) throw new Error("the list of questions lacks its first one");
  return { question, who: "self", answers: {}, entries: new Map(), errors: new Map() };
}
