import { useState } from "preact/hooks";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import { back, onward, type Report } from "./report.ts";
import type { Writing } from "./writing.ts";

const shortest = 16;
type Fault = { readonly field: string; readonly words: string };

/** Chooses the passphrase that keeps the draft on this device. Going back and not keeping it is always possible. */
export function PassphrasePage({ writing, report }: { writing: Writing; report: Report }) {
  const { t } = useWords();
  const [fault, setFault] = useState<Fault | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const keep = async (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const passphrase = String(typed.get("passphrase") ?? "");
    if (passphrase.length < shortest) return setFault({ field: "passphrase", words: t("report:passphrase.tooShort") });
    if (passphrase !== typed.get("again")) return setFault({ field: "again", words: t("report:passphrase.differ") });
    setFault(null);
    setProgress(0);
    const words = await kept(writing, passphrase, setProgress, t);
    setProgress(null);
    if (words) return setFault({ field: "passphrase", words });
    writing.become(onward(report));
  };
  const errorAt = (field: string) => (fault?.field === field ? fault.words : undefined);
  return (
    <>
      <button type="button" class="back" onClick={() => writing.become(back(report))}>
        {t("back")}
      </button>
      <ErrorSummary rows={fault ? [{ field: fault.field, message: fault.words }] : []} />
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("report:passphrase.title")}
      </h1>
      <p>{t("report:passphrase.text")}</p>
      <form
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (progress === null) void keep(event.currentTarget);
        }}
      >
        <PassphraseField
          name="passphrase"
          words={{
            label: t("report:passphrase.label"),
            hint: t("report:passphrase.hint"),
            error: errorAt("passphrase"),
          }}
        />
        <PassphraseField name="again" words={{ label: t("report:passphrase.again"), error: errorAt("again") }} />
        {progress !== null && (
          <p role="status">
            {t("report:passphrase.locking")} <progress aria-label={t("report:passphrase.locking")} value={progress} />
          </p>
        )}
        <button type="submit" class="govuk-button" data-continue>
          {t("continue")}
        </button>
      </form>
    </>
  );
}

/** Null when the draft is kept under this passphrase; else what to tell the person. */
async function kept(
  writing: Writing,
  passphrase: string,
  onProgress: (fraction: number) => void,
  t: (key: string, values?: Record<string, number>) => string,
): Promise<string | null> {
  const vault = writing.arrivals.keeping()?.storage.vault;
  if (!vault) return t("saved.failed");
  const outcome = await vault.keep(passphrase, onProgress);
  switch (outcome.kind) {
    case "kept":
      return null;
    case "alreadyKept": {
      const unlocked = await vault.unlock(passphrase, onProgress);
      if (unlocked.kind === "unlocked") return null;
      return unlocked.kind === "wait" || unlocked.kind === "wrongPassphrase"
        ? t("report:passphrase.other", { count: Math.ceil(unlocked.waitMs / 1000) })
        : t("saved.failed");
    }
    case "full":
      return t("saved.full");
    case "failed":
      return t("saved.failed");
  }
}
