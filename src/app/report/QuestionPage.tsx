import type { ComponentChildren, ComponentType } from "preact";
import type { Section, Who } from "../../report/question.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { inBoth, useWords } from "../../ui/words-context.tsx";
import { AnswerFields, Declines } from "./AnswerFields.tsx";
import type { Asking } from "./asking.ts";

interface QuestionPageProps {
  readonly asking: Asking;
  readonly onSubmit?: (form: HTMLFormElement) => void;
  readonly onInput?: () => void;
  readonly onBack?: (() => void) | undefined;
  /** The fields of the kinds that come later; null while they are on their way. */
  readonly OtherFields?: ComponentType<{ asking: Asking }> | undefined;
  /** What stands below the fields in place of the button. */
  readonly children?: ComponentChildren;
}

/** One question on one page. Its inputs keep what is typed; nothing is rendered again while a person types. */
export function QuestionPage({ asking, onSubmit, onInput, onBack, OtherFields, children }: QuestionPageProps) {
  const { say, has } = useWords();
  const { question } = asking;
  const why = `questions:${question.id}.why`;
  const rows = [...asking.errors].map(([field, message]) => ({ field, message }));
  return (
    <>
      {onBack && (
        <button type="button" class="back" onClick={onBack}>
          {say("back")}
        </button>
      )}
      <ErrorSummary rows={rows} />
      <Progress section={question.section} who={asking.who} />
      <form
        key={question.id}
        data-q={question.id}
        noValidate
        autocomplete="off"
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.(event.currentTarget);
        }}
      >
        <AnswerFields asking={asking} />
        {OtherFields && <OtherFields asking={asking} />}
        <Declines asking={asking} />
        <Prompt question={question.id} />
        {has(why) && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{say("why")}</span>
            </summary>
            <div class="govuk-details__text">{say(why)}</div>
          </details>
        )}
        {children ?? (
          <button type="submit" class="govuk-button" data-continue>
            {say("continue")}
          </button>
        )}
      </form>
    </>
  );
}

const sections: readonly Section[] = ["before", "what", "where", "who", "after", "you", "worker", "send"];

/** Where the person is, in words. */
export function Progress({ section, who }: { section: Section; who: Who }) {
  const spoken = useWords();
  const met = sections.filter((each) => each !== "worker" || who === "worker");
  const place = { part: met.indexOf(section) + 1, parts: met.length };
  return (
    <p class="progress">
      {inBoth(spoken, ({ t }) => t("progress", { ...place, name: t(`questions:common.sections.${section}`) }))}
    </p>
  );
}

/** How to ask, for a worker who reads along, in the worker's language. It is not there when the visitor has the tablet. */
function Prompt({ question }: { question: string }) {
  const { prompts, beside, ...first } = useWords();
  const { t, has, language } = beside ?? first;
  const key = `questions:${question}.prompt`;
  if (!prompts || !has(key)) return null;
  return (
    <aside
      class="prompt"
      lang={language.tag}
      dir={language.direction}
      aria-label={t("questions:common.sections.worker")}
    >
      <b>{t("questions:common.sections.worker")}</b> {t(key)}
    </aside>
  );
}
