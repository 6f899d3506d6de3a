import { useState } from "preact/hooks";
import type { Translate } from "../../language/words.ts";
import type { EnrolOutcome } from "../../sync/enrolment.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { enrolmentCodeIn } from "../../wire/enrolment.ts";
import { enrolWith } from "./endpoint-of-tablet.ts";
import { Form, type FormFault, faultAt } from "./Form.tsx";
import { Scanner } from "./Scanner.tsx";
import type { Tablet } from "./tablet.ts";

/** Takes the coordinator's code, typed or scanned or brought along in the address. Once, and with a network. */
export function EnrolPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [code, setCode] = useState(() => codeInAddress() ?? "");
  const [scanning, setScanning] = useState(false);
  const enrol = async (given: FormData): Promise<FormFault | null> => {
    const found = enrolmentCodeIn(String(given.get("code") ?? ""));
    if (!found) return { field: "code", message: t("point:enrol.badShape") };
    const words = whyNotEnrolled(await enrolWith(found, tablet), t);
    return words === null ? null : { field: "code", message: words };
  };
  return (
    <Form title={t("point:enrol.title")} submit={t("point:enrol.enrol")} onSubmit={enrol}>
      {(fault) => (
        <>
          <p>{t("point:enrol.text")}</p>
          {scanning ? (
            <Scanner
              onFound={(text) => {
                setScanning(false);
                setCode(enrolmentCodeIn(text) ?? text);
              }}
              onStop={() => setScanning(false)}
            />
          ) : (
            canScan() && (
              <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setScanning(true)}>
                {t("point:enrol.scan")}
              </button>
            )
          )}
          <TextField
            key={code}
            name="code"
            words={{ label: t("point:enrol.code"), hint: t("point:enrol.codeHint"), error: faultAt(fault, "code") }}
            value={code}
            input="postcode"
          />
        </>
      )}
    </Form>
  );
}

const canScan = (): boolean => navigator.mediaDevices?.getUserMedia !== undefined;

/** The code that a scanned address brought along. It leaves the address at once. */
function codeInAddress(): string | null {
  const code = enrolmentCodeIn(location.href);
  if (code) history.replaceState(null, "", location.pathname);
  return code;
}

/** Null when the tablet is enrolled. */
export function whyNotEnrolled(outcome: EnrolOutcome, t: Translate): string | null {
  switch (outcome.kind) {
    case "enrolled":
      return null;
    case "refused":
      return t(`point:enrol.${outcome.because}`);
    case "unreachable":
    case "busy":
      return t(`point:enrol.${outcome.kind}`);
    case "full":
      return t("point:full");
  }
}
