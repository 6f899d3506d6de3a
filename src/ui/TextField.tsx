import type { InputHTMLAttributes } from "preact";
import { describedBy, type FieldWords, HintAndError } from "./Field.tsx";
import { useWords } from "./words-context.tsx";

interface TextFieldProps {
  readonly name: string;
  readonly words: FieldWords;
  readonly value: string;
  readonly lines?: "one" | "many";
  readonly input?: "text" | "tel" | "email" | "postcode" | "date" | "time" | "url" | "number" | "password";
  readonly heading?: boolean;
  readonly narrow?: boolean;
}

const keyboards = { tel: "tel", email: "email", url: "url", number: "numeric" } as const;
const native = { date: "date", time: "time", password: "password", tel: "tel" } as const;

/**
 * A field for own words or a detail. It never offers what others typed, is never spell-checked by a service, and takes
 * its direction from what is written in it.
 */
export function TextField({ name, words, value, lines = "one", input = "text", ...look }: TextFieldProps) {
  const { language } = useWords();
  const error = words.error ? "--error" : undefined;
  const common = {
    id: name,
    name,
    defaultValue: value,
    autocomplete: "off" as const,
    autocapitalize: input === "text" ? ("sentences" as const) : ("none" as const),
    spellcheck: false,
    ...(words.hint || words.error ? { "aria-describedby": describedBy(name, words) ?? "" } : {}),
    ...(words.error ? { "aria-invalid": "true" as const } : {}),
    ...(input === "text" ? { lang: language.tag } : {}),
    dir: input === "text" ? ("auto" as const) : ("ltr" as const),
  };
  const label = (
    <label class={`govuk-label ${look.heading ? "govuk-label--l" : "govuk-label--s"}`} for={name}>
      {words.label}
    </label>
  );
  return (
    <div class={`govuk-form-group ${words.error ? "govuk-form-group--error" : ""}`}>
      {look.heading ? (
        <h1 class="govuk-label-wrapper" tabIndex={-1} data-heading>
          {label}
        </h1>
      ) : (
        label
      )}
      <HintAndError name={name} words={words} />
      {lines === "many" ? (
        <textarea class={`govuk-textarea ${error ? "govuk-textarea--error" : ""}`} rows={6} {...common} />
      ) : (
        <input
          class={`govuk-input ${error ? "govuk-input--error" : ""} ${look.narrow ? "govuk-input--width-10" : ""}`}
          {...({ type: input in native ? native[input as keyof typeof native] : "text" } as InputHTMLAttributes)}
          {...(input in keyboards ? { inputMode: keyboards[input as keyof typeof keyboards] } : {})}
          {...common}
        />
      )}
    </div>
  );
}
