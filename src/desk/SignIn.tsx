import { useState } from "preact/hooks";
import { useForm } from "react-hook-form";
import { ErrorSummary } from "../ui/ErrorSummary.tsx";
import { describedBy, HintAndError } from "../ui/Field.tsx";
import { type SignIn as Credentials, staffName } from "../wire/session.ts";
import type { Acts } from "./desk.ts";
import { useDeskWords } from "./desk-words.ts";
import type { Failure } from "./letterbox.ts";
import type { SignedOutBecause } from "./lock.ts";
import { PassphraseField } from "./PassphraseField.tsx";
import { useArrival } from "./use-arrival.ts";
import { useSummary } from "./use-summary.ts";

const asName = (typed: string): string => typed.trim().toLowerCase();

/** Who are you? Says why the desk is closed, and what to do about whatever went wrong. */
export function SignIn({ because, acts }: { because: SignedOutBecause; acts: Acts }) {
  const { t } = useDeskWords();
  const [refused, setRefused] = useState<Failure | null>(null);
  const { register, handleSubmit, resetField, formState } = useForm<Credentials>({
    shouldFocusError: false,
    reValidateMode: "onSubmit",
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ name, passphrase }) => {
    setRefused(null);
    const failure = await acts.signIn({ name: asName(name), passphrase });
    if (failure === null) return;
    resetField("passphrase");
    setRefused(failure);
  });
  const name = { label: t("signIn.name"), hint: t("signIn.nameHint"), error: errors.name?.message };
  const passphrase = { label: t("signIn.passphrase"), error: errors.passphrase?.message };
  const problem = refused && ({ field: "passphrase", message: t(refusal(refused)) } as const);
  const summary = useSummary<Credentials>(["name", "passphrase"], errors, problem);
  return (
    <form
      class="panel panel--form"
      noValidate
      onSubmit={(event) => (isSubmitting ? event.preventDefault() : void submit(event))}
      aria-labelledby="heading"
    >
      <ErrorSummary rows={summary} />
      <h1 id="heading" ref={useArrival()} tabIndex={-1}>
        {t("signIn.heading")}
      </h1>
      <p>{t(`signIn.${because}`)}</p>
      <div class={`govuk-form-group ${name.error ? "govuk-form-group--error" : ""}`}>
        <label class="govuk-label" for="name">
          {name.label}
        </label>
        <HintAndError name="name" words={name} />
        <input
          {...register("name", {
            required: t("signIn.nameMissing"),
            validate: (typed) => staffName.safeParse(asName(typed)).success || t("signIn.nameShape"),
          })}
          id="name"
          class={`govuk-input ${name.error ? "govuk-input--error" : ""}`}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          aria-describedby={describedBy("name", name)}
          aria-invalid={name.error ? "true" : undefined}
        />
      </div>
      <PassphraseField
        field={register("passphrase", { required: t("signIn.passphraseMissing") })}
        words={passphrase}
        autocomplete="current-password"
      />
      <button type="submit" class="govuk-button" aria-disabled={isSubmitting}>
        {t("signIn.button")}
      </button>
      <p role="status">{isSubmitting && t("signIn.working")}</p>
    </form>
  );
}

const refusal = (failure: Failure): string => (failure === "notAllowed" ? "signIn.wrong" : `failure.${failure}`);
