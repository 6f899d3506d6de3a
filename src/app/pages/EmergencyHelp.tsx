import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Contact, contactOf } from "../contact.ts";

/** The ways to get help at once: 999 by voice, video, relay and text, and silence. */
export function EmergencyHelp({ contacts }: { contacts: readonly Contact[] }) {
  const { say } = useWords();
  const number = (id: string) => contactOf(contacts, id).call ?? "";
  const bsl = contactOf(contacts, "emergencyBsl").url ?? "";
  return (
    <>
      <p class="help-now">
        {say("pages:emergency.call")} <Phone number={number("emergency")} large />
      </p>
      <h2 class="govuk-heading-s">{say("pages:emergency.silent.title")}</h2>
      <p>{say("pages:emergency.silent.text")}</p>
      <p>
        <a class="govuk-link" href={bsl} rel="noreferrer">
          {say("pages:emergency.bsl")}
        </a>
      </p>
      <p>
        {say("pages:emergency.relay")} <Phone number={number("emergencyRelay")} />
      </p>
      <h2 class="govuk-heading-s">{say("pages:emergency.sms.title")}</h2>
      <p>{say("pages:emergency.sms.text")}</p>
    </>
  );
}
