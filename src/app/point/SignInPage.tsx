import { useEffect, useState } from "preact/hooks";
import type { Translate } from "../../language/words.ts";
import type { OnProgress, UnlockOutcome } from "../../storage/vault.ts";
import type { Worker } from "../../storage/workers.ts";
import { useWords } from "../../ui/words-context.tsx";
import { PassphraseField } from "../report/PassphraseField.tsx";
import { useHeadingFocus } from "../report/ReportSteps.tsx";
import { Form, type FormFault, faultAt } from "./Form.tsx";
import { passkeyOutput } from "./passkey.ts";
import type { Tablet } from "./tablet.ts";

/** Who is at the tablet. Works with no network; what lies sealed is sent whether anybody signs in or not. */
export function SignInPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [workers, setWorkers] = useState<readonly Worker[]>([]);
  const [chosen, setChosen] = useState<Worker | null>(null);
  useHeadingFocus(chosen?.id ?? "everybody");
  useEffect(() => {
    void tablet.storage.workers.list().then((all) => {
      setWorkers(all);
      if (all.length === 1) setChosen(all[0] ?? null);
    });
  }, [tablet]);
  if (chosen) return <Unlock tablet={tablet} worker={chosen} onOther={() => setChosen(null)} />;
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("point:signIn.title")}
      </h1>
      <PointName tablet={tablet} />
      <ul class="names">
        {workers.map((worker) => (
          <li key={worker.id}>
            <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setChosen(worker)}>
              {worker.name}
            </button>
          </li>
        ))}
      </ul>
      <Forgotten tablet={tablet} />
    </>
  );
}

function PointName({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const point = tablet.enrolment()?.point;
  return point ? (
    <p class="lead">
      {point.name} <span class="source">{t("point:tier", { tier: point.tier })}</span>
    </p>
  ) : null;
}

function Forgotten({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  return (
    <p>
      <button type="button" class="link-button" onClick={() => tablet.show({ kind: "forgotten" })}>
        {t("point:signIn.forgotten")}
      </button>
    </p>
  );
}

interface UnlockProps {
  readonly tablet: Tablet;
  readonly worker: Worker;
  readonly onOther: () => void;
}

function Unlock({ tablet, worker, onOther }: UnlockProps) {
  const { t } = useWords();
  const isPasskey = worker.opensWith === "passkey";
  const open = async (given: FormData, onProgress: OnProgress): Promise<FormFault | null> => {
    const outcome = isPasskey
      ? await withPasskey(tablet, worker)
      : await tablet.storage.workers.signIn(
          worker.id,
          { kind: "passphrase", passphrase: String(given.get("passphrase") ?? "") },
          onProgress,
        );
    if (outcome?.kind === "unlocked") {
      tablet.signedIn(worker);
      return null;
    }
    return { field: isPasskey ? "sign-in" : "passphrase", message: whyNot(outcome, t) };
  };
  return (
    <Form
      title={t("point:signIn.hello", { name: worker.name })}
      submit={t(isPasskey ? "point:signIn.usePasskey" : "point:signIn.open")}
      working={t("point:signIn.working")}
      onSubmit={open}
      below={
        <>
          <p>
            <button type="button" class="link-button" onClick={onOther}>
              {t("point:signIn.other")}
            </button>
          </p>
          <Forgotten tablet={tablet} />
        </>
      }
    >
      {(fault) => (
        <>
          <PointName tablet={tablet} />
          {isPasskey ? (
            <p id="sign-in">{faultAt(fault, "sign-in") ?? t("point:signIn.passkeyText")}</p>
          ) : (
            <PassphraseField
              name="passphrase"
              words={{
                label: t("point:signIn.passphrase"),
                hint: t("point:signIn.passphraseHint"),
                error: faultAt(fault, "passphrase"),
              }}
            />
          )}
        </>
      )}
    </Form>
  );
}

async function withPasskey(tablet: Tablet, worker: Worker): Promise<UnlockOutcome | null> {
  const output = worker.credential && (await passkeyOutput(worker.credential, worker.salt));
  return output && tablet.storage.workers.signIn(worker.id, { kind: "passkey", output });
}

const waitFor = (waitMs: number, t: Translate): string => t("point:signIn.wait", { count: Math.ceil(waitMs / 1000) });

/** Null: the passkey was not used. */
function whyNot(outcome: UnlockOutcome | null, t: Translate): string {
  switch (outcome?.kind) {
    case "wrongPassphrase":
      return [t("point:signIn.wrong"), ...(outcome.waitMs > 0 ? [waitFor(outcome.waitMs, t)] : [])].join(" ");
    case "wait":
      return waitFor(outcome.waitMs, t);
    case "none":
    case "failed":
    case "unlocked":
      return t("point:signIn.failed");
    case undefined:
      return t("point:signIn.noPasskey");
  }
}
