import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Contact, contactOf } from "../contact.ts";
import { addressOf } from "../Frame.tsx";

const listed = ["victimsFirst", "samaritans", "childline", "police"] as const;

/** Where to turn without making a report. Every number says where it comes from and whether anyone has called it. */
export function SupportPage({ contacts }: { contacts: readonly Contact[] }) {
  const { t, language } = useWords();
  return (
    <>
      <h1 class="govuk-heading-l">{t("pages:support.title")}</h1>
      <p class="lead">{t("pages:support.lead")}</p>
      {listed.map((id) => {
        const contact = contactOf(contacts, id);
        return (
          <section class="panel" key={id}>
            <h2 class="govuk-heading-m">{t(`pages:support.${id}.title`)}</h2>
            <p>{t(`pages:support.${id}.text`)}</p>
            {contact.call && (
              <p>
                <Phone number={contact.call} large />
              </p>
            )}
            {contact.url && (
              <p>
                <a class="govuk-link" href={contact.url} rel="noreferrer">
                  {t("pages:support.website")}
                </a>
              </p>
            )}
            <p class="source">
              {contact.verifiedOn === null && <>{t("pages:support.unchecked")} </>}
              <a class="govuk-link" href={contact.source} rel="noreferrer">
                {t("pages:support.source")}
              </a>
            </p>
          </section>
        );
      })}
      <p>
        <a class="govuk-link" href={addressOf("advice", language.tag)}>
          {t("advice:link")}
        </a>
      </p>
    </>
  );
}
