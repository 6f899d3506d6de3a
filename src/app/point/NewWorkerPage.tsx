import { useEffect, useState } from "preact/hooks";
import type { OnProgress } from "../../storage/vault.ts";
import type { WorkerSecret } from "../../storage/workers.ts";
import { Group } from "../../ui/Field.tsx";
import { Options } from "../../ui/Options.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useHeadingFocus } from "../report/ReportSteps.tsx";
import { Form, type FormFault, faultAt } from "./Form.tsx";
import { mayHavePasskeys, newPasskey } from "./passkey.ts";
import type { Tablet } from "./tablet.ts";

const longestName = 60;

/** Adds a worker. The first one makes the tablet's keys; any other needs somebody who is signed in. */
export function NewWorkerPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [passkeys, setPasskeys] = useState(false);
  const isFirst = tablet.worker() === null;
  useHeadingFocus(passphrase === null ? "asking" : "words");
  useEffect(() => void mayHavePasskeys().then(setPasskeys), []);
  const done = async (id: string) => {
    if (!isFirst) return tablet.show({ kind: "workers" });
    const added = (await tablet.storage.workers.list()).find((worker) => worker.id === id);
    if (added) tablet.signedIn(added);
  };
  const [addedId, setAddedId] = useState("");
  if (passphrase !== null) return <PassphraseOnce passphrase={passphrase} onWritten={() => void done(addedId)} />;

  const add = async (given: FormData, onProgress: OnProgress): Promise<FormFault | null> => {
    const name = String(given.get("workerName") ?? "").trim();
    if (name === "") return { field: "workerName", message: t("point:newWorker.needsName") };
    if (name.length > longestName) return { field: "workerName", message: t("point:newWorker.longName") };
    const secret = given.get("opensWith") === "passkey" ? await passkeySecret(name) : await passphraseSecret();
    if (!secret) return { field: "opensWith", message: t("point:newWorker.noPasskey") };
    const outcome = await tablet.storage.workers.add(name, secret, onProgress);
    switch (outcome.kind) {
      case "added":
        setAddedId(outcome.id);
        if (secret.kind === "passphrase") setPassphrase(secret.passphrase);
        else await done(outcome.id);
        return null;
      case "nameTaken":
        return { field: "workerName", message: t("point:newWorker.nameTaken") };
      case "locked":
      case "failed":
        return { field: "workerName", message: t("point:newWorker.failed") };
      case "full":
        return { field: "workerName", message: t("point:full") };
    }
  };
  return (
    <Form
      title={t(isFirst ? "point:newWorker.firstTitle" : "point:newWorker.title")}
      submit={t("continue")}
      working={t("point:newWorker.working")}
      onSubmit={add}
      below={
        isFirst ? null : (
          <button type="button" class="link-button" onClick={() => tablet.show({ kind: "workers" })}>
            {t("back")}
          </button>
        )
      }
    >
      {(fault) => (
        <>
          <p>{t("point:newWorker.text")}</p>
          <TextField
            name="workerName"
            words={{
              label: t("point:newWorker.name"),
              hint: t("point:newWorker.nameHint"),
              error: faultAt(fault, "workerName"),
            }}
            value=""
          />
          {passkeys && (
            <Group
              name="opensWith"
              words={{ label: t("point:newWorker.opensWith"), error: faultAt(fault, "opensWith") }}
            >
              <Options
                kind="radios"
                name="opensWith"
                rows={[
                  {
                    value: "passphrase",
                    label: t("point:newWorker.passphrase"),
                    hint: t("point:newWorker.passphraseHint"),
                  },
                  { value: "passkey", label: t("point:newWorker.passkey"), hint: t("point:newWorker.passkeyHint") },
                ]}
                chosen={["passphrase"]}
              />
            </Group>
          )}
        </>
      )}
    </Form>
  );
}

async function passphraseSecret(): Promise<WorkerSecret> {
  const { newPassphrase, passphraseRandomBytes } = await import("./passphrase-words.ts");
  return {
    kind: "passphrase",
    passphrase: newPassphrase(crypto.getRandomValues(new Uint8Array(passphraseRandomBytes))),
  };
}

async function passkeySecret(name: string): Promise<WorkerSecret | null> {
  const passkey = await newPasskey(name);
  return passkey && { kind: "passkey", ...passkey };
}

/** The words that open the tablet, shown this once to the one person whom they are for. */
function PassphraseOnce({ passphrase, onWritten }: { passphrase: string; onWritten: () => void }) {
  const { t } = useWords();
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {t("point:newWorker.yourWords")}
      </h1>
      <p>{t("point:newWorker.yourWordsText")}</p>
      <p class="words-once" lang="en" dir="ltr" data-passphrase>
        {passphrase}
      </p>
      <p>{t("point:newWorker.noWayBack")}</p>
      <button type="button" class="govuk-button" onClick={onWritten}>
        {t("point:newWorker.written")}
      </button>
    </>
  );
}
