import { isPin } from "../../storage/pin.ts";
import { useWords } from "../../ui/words-context.tsx";
import { withPlainDigits } from "../../wire/crockford.ts";
import { PassphraseField } from "../report/PassphraseField.tsx";
import { Form, type FormFault, faultAt } from "./Form.tsx";
import type { Tablet } from "./tablet.ts";

/** A PIN for today. It opens the tablet again after it locked itself; it is forgotten with the page. */
export function ChoosePinPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const choose = async (given: FormData): Promise<FormFault | null> => {
    const pin = withPlainDigits(String(given.get("pin") ?? ""));
    if (!isPin(pin)) return { field: "pin", message: t("point:pin.badShape") };
    if (pin !== withPlainDigits(String(given.get("again") ?? "")))
      return { field: "again", message: t("point:pin.differ") };
    if (!(await tablet.storage.workers.setPin(pin))) return { field: "pin", message: t("point:pin.failed") };
    await tablet.uncovered();
    return null;
  };
  return (
    <Form title={t("point:pin.choose")} submit={t("continue")} onSubmit={choose}>
      {(fault) => (
        <>
          <p>{t("point:pin.text")}</p>
          <PassphraseField
            name="pin"
            digits
            words={{ label: t("point:pin.label"), hint: t("point:pin.hint"), error: faultAt(fault, "pin") }}
          />
          <PassphraseField
            name="again"
            digits
            words={{ label: t("point:pin.again"), error: faultAt(fault, "again") }}
          />
        </>
      )}
    </Form>
  );
}
