import { useState } from "preact/hooks";
import { useForm } from "react-hook-form";
import { ErrorSummary } from "../ui/ErrorSummary.tsx";
import type { Acts, UnlockProblem } from "./desk.ts";
import { useDeskWords } from "./desk-words.ts";
import { IdentityField, type UnlockForm } from "./IdentityField.tsx";
import type { LockedBecause } from "./lock.ts";
import { PassphraseField } from "./PassphraseField.tsx";
import type { IdentityFile, Remembered } from "./remembered-identity.ts";
import { useArrival } from "./use-arrival.ts";
import { useSummary } from "./use-summary.ts";

interface UnlockProps {
  readonly because: LockedBecause;
  readonly acts: Acts;
  readonly remembered: Remembered;
}

/** The cover of a locked desk, and the way to open it. The passphrase is in this form and nowhere else. */
export function Unlock({ because, acts, remembered }: UnlockProps) {
  const { t } = useDeskWords();
  const [known, setKnown] = useState(() => remembered.read());
  const [problem, setProblem] = useState<UnlockProblem | null>(null);
  const { register, handleSubmit, resetField, formState } = useForm<UnlockForm>({
    shouldFocusError: false,
    reValidateMode: "onSubmit",
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ file, keep, identityPassphrase }) => {
    setProblem(null);
    const identity = known ?? (await chosen(file?.[0]));
    const met = identity ? await acts.unlock(identity, identityPassphrase, known !== null || keep) : "broken";
    if (met === null) return;
    resetField("identityPassphrase");
    setProblem(met);
  });
  const words = {
    label: t("unlock.passphrase"),
    hint: t("unlock.passphraseHint"),
    error: errors.identityPassphrase?.message,
  };
  const field = problem === "broken" && !known ? "file" : "identityPassphrase";
  const refused = problem && ({ field, message: t(`unlock.${problem}`) } as const);
  const summary = useSummary<UnlockForm>(["file", "identityPassphrase"], errors, refused);
  return (
    <form
      class="panel panel--form"
      noValidate
      onSubmit={(event) => (isSubmitting ? event.preventDefault() : void submit(event))}
      aria-labelledby="heading"
    >
      <ErrorSummary rows={summary} />
      <h1 id="heading" ref={useArrival()} tabIndex={-1}>
        {t("unlock.heading")}
      </h1>
      <p>{t(`unlock.${because}`)}</p>
      <IdentityField
        known={known}
        register={register}
        error={errors.file?.message}
        onOther={(forget) => {
          if (forget) remembered.forget();
          setKnown(null);
        }}
      />
      <PassphraseField
        field={register("identityPassphrase", { required: t("unlock.passphraseMissing") })}
        words={words}
        autocomplete="off"
      />
      <button type="submit" class="govuk-button" aria-disabled={isSubmitting}>
        {t("unlock.button")}
      </button>
      <p role="status">{isSubmitting && t("unlock.working")}</p>
    </form>
  );
}

const largestIdentityBytes = 64 * 1024;

/** The chosen file, or `null` when it is far too large to be an identity or cannot be read. */
async function chosen(file: File | undefined): Promise<IdentityFile | null> {
  if (!file || file.size > largestIdentityBytes) return null;
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return null; // moved or on a stick that was pulled out
  }
}
