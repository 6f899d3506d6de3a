import { useWords } from "../../ui/words-context.tsx";
import { withPlainDigits } from "../../wire/crockford.ts";
import { PassphraseField } from "../report/PassphraseField.tsx";
import { Form, type FormFault, faultAt } from "./Form.tsx";
import type { Tablet } from "./tablet.ts";

/** Covers whatever lay open. The worker's PIN opens it; after five wrong ones only a passphrase does. */
export function CoveredPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const open = async (given: FormData): Promise<FormFault | null> => {
    const outcome = await tablet.storage.workers.openWithPin(withPlainDigits(String(given.get("pin") ?? "")));
    switch (outcome.kind) {
      case "opened":
        await tablet.uncovered();
        return null;
      case "wrongPin":
        return { field: "pin", message: t("point:covered.wrong", { count: outcome.left }) };
      case "covered":
        return { field: "pin", message: t("point:covered.again") };
      case "gone":
        tablet.signOut();
        return null;
    }
  };
  return (
    <Form
      title={t("point:covered.title")}
      submit={t("point:covered.open")}
      onSubmit={open}
      below={
        <p>
          <button type="button" class="link-button" onClick={() => tablet.signOut()}>
            {t("point:covered.other")}
          </button>
        </p>
      }
    >
      {(fault) => (
        <>
          <p>{t("point:covered.text")}</p>
          <PassphraseField
            name="pin"
            digits
            words={{ label: t("point:covered.pin", { name: tablet.worker()?.name }), error: faultAt(fault, "pin") }}
          />
        </>
      )}
    </Form>
  );
}
