import { useState } from "preact/hooks";
import { offered } from "../../language/languages.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { Group } from "../../ui/Field.tsx";
import { Options } from "../../ui/Options.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { referenceIn } from "../../wire/reference.ts";
import type { Tablet } from "./tablet.ts";

const workersLanguage = "en-GB";

/** Begins a report for the next visitor: their language first, with nothing of anybody before them. */
export function VisitStartPage({ tablet, isAddendum }: { tablet: Tablet; isAddendum: boolean }) {
  const { t } = useWords();
  const [fault, setFault] = useState<{ readonly field: string; readonly message: string } | null>(null);
  const begin = async (form: HTMLFormElement) => {
    const chosen = new FormData(form);
    const language = String(chosen.get("visitLanguage") ?? workersLanguage);
    const addendumTo = isAddendum ? referenceIn(String(chosen.get("reference") ?? "")) : null;
    if (isAddendum && !addendumTo) return setFault({ field: "reference", message: t("point:start.badReference") });
    const beside = chosen.has("beside") && language !== workersLanguage ? workersLanguage : null;
    const begun = await tablet.beginVisit({ language, beside, addendumTo });
    if (!begun) setFault({ field: "visitLanguage", message: t("point:start.failed") });
  };
  return (
    <>
      <button type="button" class="back" onClick={() => void tablet.goHome()}>
        {t("back")}
      </button>
      <ErrorSummary rows={fault ? [fault] : []} />
      <form
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void begin(event.currentTarget);
        }}
      >
        <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
          {t(isAddendum ? "point:start.addendumTitle" : "point:start.title")}
        </h1>
        <p>{t(isAddendum ? "point:start.addendumText" : "point:start.text")}</p>
        {isAddendum && (
          <TextField
            name="reference"
            words={{
              label: t("point:start.reference"),
              hint: t("point:start.referenceHint"),
              error: fault?.field === "reference" ? fault.message : undefined,
            }}
            value=""
            input="postcode"
            narrow
          />
        )}
        <Group name="visitLanguage" words={{ label: t("point:start.language") }}>
          <Options
            kind="radios"
            name="visitLanguage"
            rows={offered.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }))}
            chosen={[workersLanguage]}
          />
        </Group>
        <div class="govuk-form-group">
          <Options
            kind="checkboxes"
            name="beside"
            rows={[{ value: "yes", label: t("point:start.beside"), hint: t("point:start.besideHint") }]}
            chosen={["yes"]}
          />
        </div>
        <button type="submit" class="govuk-button">
          {t("point:start.begin")}
        </button>
      </form>
    </>
  );
}
