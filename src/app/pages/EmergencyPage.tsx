import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Contact, contactOf } from "../contact.ts";
import { addressOf } from "../Frame.tsx";
import { EmergencyHelp } from "./EmergencyHelp.tsx";

interface EmergencyPageProps {
  readonly contacts: readonly Contact[];
  /** Given where the page covers a report that goes on afterwards. */
  readonly onBack?: () => void;
}

export function EmergencyPage({ contacts, onBack }: EmergencyPageProps) {
  const { say, language } = useWords();
  const number = (id: string) => contactOf(contacts, id).call ?? "";
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {say("pages:emergency.title")}
      </h1>
      <p class="lead">{say("pages:emergency.lead")}</p>
      <EmergencyHelp contacts={contacts} />
      <h2 class="govuk-heading-m">{say("pages:emergency.safe.title")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say("pages:emergency.safe.place")}</li>
        <li>{say("pages:emergency.safe.confront")}</li>
      </ul>
      <h2 class="govuk-heading-m">{say("pages:emergency.notNow.title")}</h2>
      <p>
        {say("pages:emergency.notNow.police")} <Phone number={number("police")} />
      </p>
      <p>
        {say("pages:emergency.notNow.policeRelay")} <Phone number={number("policeRelay")} />
      </p>
      {onBack ? (
        <button type="button" class="govuk-button" onClick={onBack}>
          {say("pages:emergency.back")}
        </button>
      ) : (
        <p>
          <a class="govuk-link" href={addressOf("advice", language.tag)}>
            {say("advice:link")}
          </a>
        </p>
      )}
    </>
  );
}
