import { useState } from "preact/hooks";
import { useWords } from "../../ui/words-context.tsx";
import { saveFile } from "../reports/save-file.ts";
import type { Tablet } from "./tablet.ts";

type Saved = { readonly kind: "saved"; readonly count: number } | { readonly kind: "failed" };

/**
 * Saves every unsent letter as one ZIP file, for a stick. What is in it is sealed as it is on the wire. The reports stay
 * here, and are still sent if a network ever comes: the endpoint keeps the same one once.
 */
export function SaveAll({ tablet }: { tablet: Tablet }) {
  const { t } = useWords();
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = async () => {
    try {
      const { unsentFiles, zipped } = await import("./unsent-files.ts");
      const { files, ids } = await unsentFiles(tablet.storage.outbox);
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`letters-${day}.zip`, await zipped(files));
      await tablet.storage.outbox.markSaved(ids, Date.now());
      setSaved({ kind: "saved", count: files.length });
    } catch {
      setSaved({ kind: "failed" }); // no room, or a part of the app that is not here: nothing on the tablet has changed
    }
  };
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void save()}>
        {t("point:sealed.saveAll")}
      </button>
      {saved && (
        <p role="status">
          {saved.kind === "saved" ? t("point:sealed.savedAll", { count: saved.count }) : t("point:sealed.saveFailed")}
        </p>
      )}
    </>
  );
}
