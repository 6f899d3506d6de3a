import type { ComponentChildren } from "preact";
import { useWords } from "./words-context.tsx";

export interface FieldWords {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
}

/** The ids of what describes a field, for `aria-describedby`. */
export function describedBy(name: string, words: FieldWords): string | undefined {
  const ids = [words.hint && `${name}-hint`, words.error && `${name}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The hint and the error of a field, in the order in which they are read out. */
export function HintAndError({ name, words }: { name: string; words: FieldWords }) {
  const { say } = useWords();
  return (
    <>
      {words.hint && (
        <div id={`${name}-hint`} class="govuk-hint">
          {words.hint}
        </div>
      )}
      {words.error && (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{say("error.prefix")}</span> {words.error}
        </p>
      )}
    </>
  );
}

interface GroupProps {
  readonly name: string;
  readonly words: FieldWords;
  /** The question of the page is its heading; a part of a page has a smaller legend. */
  readonly heading?: boolean;
  readonly children: ComponentChildren;
}

/** Several inputs that answer one thing: a fieldset with a legend. */
export function Group({ name, words, heading, children }: GroupProps) {
  return (
    <div class={`govuk-form-group ${words.error ? "govuk-form-group--error" : ""}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(name, words)}>
        <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${heading ? "l" : "s"}`}>
          {heading ? (
            <h1 class="govuk-fieldset__heading" tabIndex={-1} data-heading>
              {words.label}
            </h1>
          ) : (
            words.label
          )}
        </legend>
        <HintAndError name={name} words={words} />
        {children}
      </fieldset>
    </div>
  );
}
