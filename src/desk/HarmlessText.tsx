import { useDeskWords } from "./desk-words.ts";
import { harmless } from "./harmless.ts";

/** Somebody else's text as text. What would act on the reader unseen is named instead. */
export function HarmlessText({ text }: { text: string }) {
  const { t } = useDeskWords();
  return (
    <>
      {harmless(text).map((stretch, place) =>
        stretch.kind === "text" ? (
          stretch.text
        ) : (
          <bdi key={place} class="sign" dir="ltr" lang="en-GB" title={t("letter.hiddenSign")}>
            {stretch.code}
          </bdi>
        ),
      )}
    </>
  );
}
