import { topics } from "../../guidance/advice.ts";
import { useWords } from "../../ui/words-context.tsx";
import { addressOf } from "../Frame.tsx";
import { TopicLinks } from "./TopicLinks.tsx";

const groups = ["places", "harm", "you", "reporting"] as const;

/** All the advice there is, by what a person would look for. */
export function AdvicePage() {
  const { t, language } = useWords();
  return (
    <>
      <h1 class="govuk-heading-l">{t("advice:title")}</h1>
      <p class="lead">{t("advice:page.lead")}</p>
      {groups.map((group) => (
        <section class="panel" key={group}>
          <h2 class="govuk-heading-m">{t(`advice:page.groups.${group}`)}</h2>
          <TopicLinks topics={topics.filter((topic) => topic.group === group).map(({ id }) => id)} />
        </section>
      ))}
      <p class="not-on-paper">
        <a class="govuk-link" href={addressOf("support", language.tag)}>
          {t("pages:start.support")}
        </a>
      </p>
    </>
  );
}
