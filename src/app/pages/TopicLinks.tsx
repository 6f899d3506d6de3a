import type { Topic } from "../../guidance/advice.ts";
import { useWords } from "../../ui/words-context.tsx";
import { addressOf } from "../Frame.tsx";

/** The way to the page of each of these topics. */
export function TopicLinks({ topics }: { topics: readonly Topic[] }) {
  const { t, language } = useWords();
  return (
    <ul class="govuk-list topics">
      {topics.map((topic) => (
        <li key={topic}>
          <a class="govuk-link" href={addressOf(`advice/${topic}`, language.tag)}>
            {t(`advice:titles.${topic}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
