import { nameOfLanguage } from "../../language/languages.ts";
import { type Message, useWords } from "../../ui/words-context.tsx";
import type { Line } from "./answer-lines.ts";

/** An answer read again. Own words stand in their own language and direction and can carry nothing but text. */
export function AnswerText({ lines }: { lines: readonly Line[] }) {
  const { tell, language } = useWords();
  return (
    <>
      {lines.map((line, place) => (
        <p key={place} class="answer-line">
          {line.label && <span class="answer-label">{tell(line.label)} </span>}
          <bdi class={line.language ? "own-words" : undefined} lang={line.language} dir="auto">
            {tell(line.text)}
          </bdi>
          {line.language && line.language !== language.tag && (
            <span class="answer-label"> {tell(writtenIn(line.language))}</span>
          )}
        </p>
      ))}
    </>
  );
}

const writtenIn =
  (tag: string): Message =>
  ({ t, language }) =>
    t("report:check.writtenIn", { language: nameOfLanguage(tag, language.tag) });
