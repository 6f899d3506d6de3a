import { useEffect, useState } from "preact/hooks";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { enrolmentCodeIn } from "../../wire/enrolment.ts";
import { whyNotEnrolled } from "./EnrolPage.tsx";
import { enrolWith } from "./endpoint-of-tablet.ts";
import { Form, type FormFault, faultAt } from "./Form.tsx";
import type { Tablet } from "./tablet.ts";

/**
 * Nobody knows a way to open the tablet any more. What will be lost stands here before anything is, and only a
 * coordinator's code goes on: a visitor who is left alone with the tablet can delete nothing.
 */
export function ForgottenPage({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [drafts, setDrafts] = useState<number | null>(null);
  useEffect(() => void tablet.storage.drafts.list().then((all) => setDrafts(all.length)), [tablet]);
  const forget = async (given: FormData): Promise<FormFault | null> => {
    const code = enrolmentCodeIn(String(given.get("code") ?? ""));
    if (!code) return { field: "code", message: t("point:enrol.badShape") };
    const words = whyNotEnrolled(await enrolWith(code, tablet), t);
    if (words !== null) return { field: "code", message: words };
    await tablet.storage.workers.forgetAll();
    tablet.show({ kind: "newWorker" });
    return null;
  };
  return (
    <Form
      title={t("point:forgotten.title")}
      submit={t("point:forgotten.confirm")}
      onSubmit={forget}
      below={
        <p>
          <button type="button" class="link-button" onClick={() => tablet.show({ kind: "signIn" })}>
            {t("point:forgotten.cancel")}
          </button>
        </p>
      }
    >
      {(fault) => (
        <>
          <p>{t("point:forgotten.colleague")}</p>
          {drafts !== null && <p class="notice">{t("point:forgotten.lost", { count: drafts })}</p>}
          <p>{t("point:forgotten.safe")}</p>
          <TextField
            name="code"
            words={{
              label: t("point:forgotten.code"),
              hint: t("point:enrol.codeHint"),
              error: faultAt(fault, "code"),
            }}
            value=""
            input="postcode"
          />
        </>
      )}
    </Form>
  );
}
