import type { UseFormRegister } from "react-hook-form";
import { describedBy, HintAndError } from "../ui/Field.tsx";
import { useDeskWords } from "./desk-words.ts";
import { HarmlessText } from "./HarmlessText.tsx";
import type { IdentityFile } from "./remembered-identity.ts";

export interface UnlockForm {
  readonly file: FileList | undefined;
  readonly keep: boolean;
  readonly identityPassphrase: string;
}

interface IdentityFieldProps {
  readonly known: IdentityFile | null;
  readonly register: UseFormRegister<UnlockForm>;
  readonly error: string | undefined;
  readonly onOther: (forget: boolean) => void;
}

/** Which identity file to unlock: the one remembered on this computer, or one from a disk or stick. */
export function IdentityField({ known, register, error, onOther }: IdentityFieldProps) {
  const { t } = useDeskWords();
  if (known) {
    return (
      <div class="govuk-form-group">
        <p>
          {t("unlock.remembered")}{" "}
          <strong>
            <bdi>
              <HarmlessText text={known.name} />
            </bdi>
          </strong>
        </p>
        <div class="buttons">
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => onOther(false)}>
            {t("unlock.other")}
          </button>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => onOther(true)}>
            {t("unlock.forget")}
          </button>
        </div>
      </div>
    );
  }
  const words = { label: t("unlock.file"), hint: t("unlock.fileHint"), error };
  return (
    <>
      <div class={`govuk-form-group ${error ? "govuk-form-group--error" : ""}`}>
        <label class="govuk-label" for="file">
          {words.label}
        </label>
        <HintAndError name="file" words={words} />
        <input
          {...register("file", { validate: (files) => (files?.length ?? 0) > 0 || t("unlock.fileMissing") })}
          id="file"
          class="govuk-file-upload"
          type="file"
          aria-describedby={describedBy("file", words)}
          aria-invalid={error ? "true" : undefined}
        />
      </div>
      <div class="govuk-form-group govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            {...register("keep")}
            id="keep"
            class="govuk-checkboxes__input"
            type="checkbox"
            aria-describedby="keep-hint"
          />
          <label class="govuk-label govuk-checkboxes__label" for="keep">
            {t("unlock.keep")}
          </label>
          <div id="keep-hint" class="govuk-hint govuk-checkboxes__hint">
            {t("unlock.keepHint")}
          </div>
        </div>
      </div>
    </>
  );
}
