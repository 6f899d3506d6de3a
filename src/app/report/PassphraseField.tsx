import type { InputHTMLAttributes } from "preact";
import { useState } from "preact/hooks";
import { describedBy, type FieldWords, HintAndError } from "../../ui/Field.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** A passphrase, hidden while it is typed unless the person asks to see it. Browsers are told not to remember it. */
export function PassphraseField({ name, words, digits }: { name: string; words: FieldWords; digits?: boolean }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <div class={`govuk-form-group ${words.error ? "govuk-form-group--error" : ""}`}>
      <label class="govuk-label govuk-label--s" for={name}>
        {words.label}
      </label>
      <HintAndError name={name} words={words} />
      <input
        class="govuk-input"
        id={name}
        name={name}
        {...({ type: shown ? "text" : "password" } as InputHTMLAttributes)}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="auto"
        {...(digits ? { inputMode: "numeric" as const } : {})}
        {...(words.hint || words.error ? { "aria-describedby": describedBy(name, words) ?? "" } : {})}
        {...(words.error ? { "aria-invalid": "true" as const } : {})}
      />
      <button type="button" class="link-button" aria-controls={name} onClick={() => setShown(!shown)}>
        {t(shown ? "report:passphrase.hide" : "report:passphrase.show")}
        <span class="govuk-visually-hidden"> {words.label}</span>
      </button>
    </div>
  );
}
