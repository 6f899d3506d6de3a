import { type Topic, topics } from "../../guidance/advice.ts";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Contact, contactOf } from "../contact.ts";
import { addressOf } from "../Frame.tsx";

interface TopicPageProps {
  readonly topic: Topic;
  /** The keys of what there is to say, in this order. */
  readonly points: readonly string[];
  readonly contacts: readonly Contact[];
}

/** What to do in one situation, and whom to call. */
export function TopicPage({ topic, points, contacts }: TopicPageProps) {
  const { t, language } = useWords();
  const named: readonly string[] = topics.find(({ id }) => id === topic)?.contacts ?? [];
  return (
    <>
      <h1 class="govuk-heading-l">{t(`advice:titles.${topic}`)}</h1>
      <p class="lead">{t(`advice:topics.${topic}.lead`)}</p>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {points.map((point) => (
          <li key={point}>{t(`advice:topics.${topic}.points.${point}`)}</li>
        ))}
      </ul>
      <section class="panel">
        <h2 class="govuk-heading-m">{t("advice:page.help")}</h2>
        <ul class="govuk-list govuk-list--spaced">
          {named.map((id) => (
            <HelpLine key={id} contact={contactOf(contacts, id)} name={t(`pages:support.${id}.title`)} />
          ))}
        </ul>
      </section>
      <ul class="govuk-list topics not-on-paper">
        <li>
          <a class="govuk-link" href={addressOf("report", language.tag)}>
            {t("pages:start.report")}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={addressOf("advice", language.tag)}>
            {t("advice:page.all")}
          </a>
        </li>
      </ul>
    </>
  );
}

/** One number, where it comes from, and whether anybody has called it. */
function HelpLine({ contact, name }: { contact: Contact; name: string }) {
  const { t } = useWords();
  return (
    <li>
      {name} <Phone number={contact.call ?? ""} />
      <br />
      <span class="source">
        {contact.verifiedOn === null && <>{t("pages:support.unchecked")} </>}
        <a class="govuk-link" href={contact.source} rel="noreferrer">
          {t("pages:support.source")}
        </a>
      </span>
    </li>
  );
}
