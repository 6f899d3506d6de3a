import { useMemo } from "preact/hooks";
import type { FieldErrors, FieldValues } from "react-hook-form";
import type { SummaryRow } from "../ui/ErrorSummary.tsx";

/**
 * What is wrong with a form, in the order of its fields: their own errors, or what came of sending it. The same list
 * until something changes: the summary takes the focus with every new one, which must not happen while somebody types.
 */
export function useSummary<T extends FieldValues>(
  fields: readonly (keyof T & string)[],
  errors: FieldErrors<T>,
  refused: { readonly field: keyof T & string; readonly message: string } | null,
): readonly SummaryRow[] {
  const { field, message } = refused ?? {};
  return useMemo(() => {
    const own = fields.flatMap((name) => {
      const words = errors[name]?.message;
      return typeof words === "string" ? [{ field: name, message: words }] : [];
    });
    return own.length > 0 || !field || !message ? own : [{ field, message }];
  }, [errors, field, message]);
}
