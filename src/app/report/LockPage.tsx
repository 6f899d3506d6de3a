import { useState } from "preact/hooks";
import { useWords } from "../../ui/words-context.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import { newReport } from "./report.ts";
import type { Writing } from "./writing.ts";

interface LockPageProps {
  readonly writing: Writing;
  readonly draftId: string;
  /** Null while it is being looked up. */
  readonly kept: boolean | null;
}

/** Covers an unfinished report. One that is kept opens with its passphrase, any other only in this tab. */
export function LockPage({ writing, draftId, kept }: LockPageProps) {
  const { t } = useWords();
  const [fault, setFault] = useState<string | undefined>();
  const [forgetting, setForgetting] = useState(false);
  if (forgetting)
    return <Forget writing={writing} draftId={draftId} kept={kept === true} onCancel={() => setForgetting(false)} />;
  const open = async () => {
    const resumed = await writing.arrivals.keeping()?.resume(draftId);
    if (resumed?.kind === "resumed") return writing.resume(resumed.draft);
    if (resumed?.kind === "gone") return writing.screen.show({ kind: "over" });
    setFault(t("saved.elsewhere"));
  };
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("report:lock.title")}
      </h1>
      {kept === null ? null : kept ? (
        <Unlock writing={writing} fault={fault} onUnlocked={open} onForgot={() => setForgetting(true)} />
      ) : (
        <>
          <p>{t("report:lock.session")}</p>
          {fault && (
            <p class="govuk-error-message" role="alert">
              {fault}
            </p>
          )}
          <div class="govuk-button-group">
            <button type="button" class="govuk-button" onClick={() => void open()}>
              {t("report:lock.continue")}
            </button>
            <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setForgetting(true)}>
              {t("report:lock.delete")}
            </button>
          </div>
        </>
      )}
    </>
  );
}

interface UnlockProps {
  readonly writing: Writing;
  readonly fault: string | undefined;
  readonly onUnlocked: () => Promise<void>;
  readonly onForgot: () => void;
}

function Unlock({ writing, fault, onUnlocked, onForgot }: UnlockProps) {
  const { t } = useWords();
  const [refused, setRefused] = useState<string | undefined>();
  const [progress, setProgress] = useState<number | null>(null);
  const unlock = async (form: HTMLFormElement) => {
    setProgress(0);
    const passphrase = String(new FormData(form).get("passphrase") ?? "");
    const outcome = await writing.arrivals.keeping()?.storage.vault.unlock(passphrase, setProgress);
    setProgress(null);
    switch (outcome?.kind) {
      case "unlocked":
      case "none":
        return onUnlocked();
      case "wrongPassphrase":
        return setRefused(t("report:lock.wrong"));
      case "wait":
        return setRefused(t("report:lock.wait", { count: Math.ceil(outcome.waitMs / 1000) }));
      case "failed":
      case undefined:
        return setRefused(t("saved.blocked"));
    }
  };
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (progress === null) void unlock(event.currentTarget);
      }}
    >
      <p>{t("report:lock.kept")}</p>
      <div role="alert" class="unseen">
        {refused ?? fault}
      </div>
      <PassphraseField name="passphrase" words={{ label: t("report:passphrase.label"), error: refused ?? fault }} />
      {progress !== null && (
        <p role="status">
          {t("report:lock.unlocking")} <progress aria-label={t("report:lock.unlocking")} value={progress} />
        </p>
      )}
      <button type="submit" class="govuk-button">
        {t("report:lock.unlock")}
      </button>
      <p>
        <button type="button" class="link-button" onClick={onForgot}>
          {t("report:lock.forgot")}
        </button>
      </p>
    </form>
  );
}

/** Says what is lost before anything is deleted. */
function Forget({ writing, draftId, kept, onCancel }: LockPageProps & { onCancel: () => void }) {
  const { t } = useWords();
  const forget = async () => {
    const storage = writing.arrivals.keeping()?.storage;
    await storage?.drafts.discard(draftId);
    if ((await storage?.vault.state())?.kind !== "none") await storage?.vault.forget();
    writing.become(newReport);
  };
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("report:lock.forget.title")}
      </h1>
      <p>{t(kept ? "report:lock.forget.text" : "report:lock.deleteText")}</p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button govuk-button--warning" onClick={() => void forget()}>
          {t("report:lock.forget.confirm")}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={onCancel}>
          {t("report:lock.forget.cancel")}
        </button>
      </div>
    </>
  );
}
