import { useState } from "preact/hooks";
import type { UseFormRegisterReturn } from "react-hook-form";
import { describedBy, type FieldWords, HintAndError } from "../ui/Field.tsx";
import { useDeskWords } from "./desk-words.ts";

interface PassphraseFieldProps {
  readonly field: UseFormRegisterReturn;
  readonly words: FieldWords;
  readonly autocomplete: "current-password" | "off";
}

/** A passphrase, hidden while it is typed unless somebody asks to see it. A password manager may fill it in. */
export function PassphraseField({ field, words, autocomplete }: PassphraseFieldProps) {
  const { t } = useDeskWords();
  const [shown, setShown] = useState(false);
  return (
    <div class={`govuk-form-group ${words.error ? "govuk-form-group--error" : ""}`}>
      <label class="govuk-label" for={field.name}>
        {words.label}
      </label>
      <HintAndError name={field.name} words={words} />
      <div class="passphrase">
        <input
          {...field}
          id={field.name}
          class={`govuk-input ${words.error ? "govuk-input--error" : ""}`}
          {...(shown ? ({ type: "text" } as const) : ({ type: "password" } as const))}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          aria-describedby={describedBy(field.name, words)}
          aria-invalid={words.error ? "true" : undefined}
        />
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          aria-label={t(shown ? "passphrase.hideWhat" : "passphrase.showWhat")}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? "passphrase.hide" : "passphrase.show")}
        </button>
      </div>
    </div>
  );
}
