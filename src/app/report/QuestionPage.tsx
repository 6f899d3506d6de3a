import type { ComponentChildren, ComponentType } from "preact";
import { useMemo } from "preact/hooks";
import type { Answers } from "../../report/answer.ts";
import { asked } from "../../report/path.ts";
import type { Section } from "../../report/question.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { SpokenProvider, useWords } from "../../ui/words-context.tsx";
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

/** One question on one page, a worker's own question in the worker's language alone. */
export function QuestionPage(props: QuestionPageProps) {
  const { beside, prompts = false } = useWords();
  const spoken = useMemo(() => beside && { ...beside, prompts }, [beside, prompts]);
  if (!spoken || !props.asking.question.forWorker) return <OnePage {...props} />;
  return (
    <SpokenProvider spoken={spoken}>
      <div lang={spoken.language.tag} dir={spoken.language.direction}>
        <OnePage {...props} lang={spoken.language.tag} />
      </div>
    </SpokenProvider>
  );
}

/** Its inputs keep what is typed; nothing is rendered again while a person types. */
function OnePage({
  asking,
  onSubmit,
  onInput,
  onBack,
  OtherFields,
  children,
  lang,
}: QuestionPageProps & { lang?: string }) {
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
      <Progress section={question.section} answers={asking.answers} />
      <form
        key={question.id}
        data-q={question.id}
        noValidate
        autocomplete="off"
        lang={lang}
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.(event.currentTarget);
        }}
      >
        <Prompt question={question.id} />
        <AnswerFields asking={asking} />
        {OtherFields && <OtherFields asking={asking} />}
        <Declines asking={asking} />
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

/** What a worker may say while asking. It is the worker's alone, and so in one language. */
function Prompt({ question }: { question: string }) {
  const spoken = useWords();
  const { t, has, language } = spoken.beside ?? spoken;
  const key = `questions:${question}.prompt`;
  if (!spoken.prompts || !has(key)) return null;
  return (
    <div class="prompt" role="note" lang={language.tag} dir={language.direction}>
      <b>{t("report:prompt")}</b> {t(key)}
    </div>
  );
}

/** Where the person is among the parts that hold any question for them, in words. */
export function Progress({ section, answers }: { section: Section; answers: Answers }) {
  const { tell } = useWords();
  const sections = [...new Set(asked(answers, "full").map((question) => question.section))];
  const place = { part: sections.indexOf(section) + 1, parts: sections.length };
  return (
    <p class="progress">
      {tell(({ t }) => t("progress", { ...place, name: t(`questions:common.sections.${section}`) }))}
    </p>
  );
}
