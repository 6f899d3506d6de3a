import type { ComponentChildren, ComponentType } from "preact";
import type { Section } from "../../report/question.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { useWords } from "../../ui/words-context.tsx";
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
  const { t, has } = useWords();
  const { question } = asking;
  const why = `questions:${question.id}.why`;
  const rows = [...asking.errors].map(([field, message]) => ({ field, message }));
  return (
    <>
      {onBack && (
        <button type="button" class="back" onClick={onBack}>
          {t("back")}
        </button>
      )}
      <ErrorSummary rows={rows} />
      <Progress section={question.section} />
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
        {has(why) && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{t("why")}</span>
            </summary>
            <div class="govuk-details__text">{t(why)}</div>
          </details>
        )}
        {children ?? (
          <button type="submit" class="govuk-button" data-continue>
            {t("continue")}
          </button>
        )}
      </form>
    </>
  );
}

const sections: readonly Section[] = ["before", "what", "where", "who", "after", "you", "send"];

/** Where the person is, in words. */
export function Progress({ section }: { section: Section }) {
  const { t } = useWords();
  const name = t(`questions:common.sections.${section}`);
  const values = { part: sections.indexOf(section) + 1, parts: sections.length, name };
  return <p class="progress">{t("progress", values)}</p>;
}
