import { contacts } from "virtual:deployment";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { contactOf } from "../contact.ts";

const told = ["victimsFirst", "samaritans", "childline"] as const;

/** Where to turn, with a report or without one. Says of a number that nobody has called it yet. */
export function SupportContacts() {
  const { say } = useWords();
  return (
    <>
      {told.map((id) => {
        const { call, verifiedOn } = contactOf(contacts, id);
        return (
          <section class="panel" key={id}>
            <h2 class="govuk-heading-m">{say(`pages:support.${id}.title`)}</h2>
            <p>{say(`pages:support.${id}.text`)}</p>
            <p>
              <Phone number={call ?? ""} large />
            </p>
            {verifiedOn === null && <p class="source">{say("pages:support.unchecked")}</p>}
          </section>
        );
      })}
    </>
  );
}
