import { contacts } from "virtual:deployment";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { contactOf } from "../contact.ts";
import type { Arrivals } from "./arrivals.ts";

/** A part of the app that is still on its way, or could not be fetched. The answers stay where they are. */
export function StillLoading({ arrivals }: { arrivals: Arrivals }) {
  const { say } = useWords();
  const failed = arrivals.failed();
  return (
    <section role="status">
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {say("loading.title")}
      </h1>
      <p>{say(failed ? "loading.slow" : "loading.text")}</p>
      {failed && (
        <button type="button" class="govuk-button" onClick={() => void arrivals.fetch()}>
          {say("loading.again")}
        </button>
      )}
      <p>
        <Phone number={contactOf(contacts, "victimsFirst").call ?? ""} large />
      </p>
    </section>
  );
}
