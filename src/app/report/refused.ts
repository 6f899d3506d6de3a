import type { Translate } from "../../language/words.ts";
import type { SealedBytes } from "../../storage/outbox.ts";

/** Why a report could not be sealed. Its answers are still in the draft. */
export type Refused =
  /** No room on the device. What was sealed can be saved elsewhere, if it came to that. */
  | { readonly kind: "full"; readonly letters: readonly SealedBytes[] }
  | { readonly kind: "program" }
  | { readonly kind: "other" }
  | { readonly kind: "keys"; readonly organisation: string };

export function refusedInWords(refused: Refused, t: Translate): string {
  switch (refused.kind) {
    case "full":
    case "program":
    case "other":
      return t(`report:refused.${refused.kind}`);
    case "keys":
      return t("report:refused.keys", { organisation: refused.organisation });
  }
}
