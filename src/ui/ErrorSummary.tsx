import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useWords } from "./words-context.tsx";

export interface SummaryRow {
  /** The id of the input to go to. */
  readonly field: string;
  readonly message: ComponentChildren;
}

/** Lists what is wrong at the top of the page, takes the focus, and leads to each field. */
export function ErrorSummary({ rows }: { rows: readonly SummaryRow[] }) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const said = rows.map(nameOf).join("\n");
  useEffect(() => {
    if (said !== "") box.current?.focus(); // again only when something else is wrong
  }, [said]);
  if (rows.length === 0) return null;
  return (
    <div class="govuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{say("error.title")}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          {rows.map((row) => (
            <li key={nameOf(row)}>
              <a href={`#${row.field}`} onClick={(event) => goTo(event, row.field)}>
                {row.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** One in two languages is told by its field alone. */
const nameOf = ({ field, message }: SummaryRow): string => field + (typeof message === "string" ? message : "");

/** Focuses the field without a new entry in the history, which would stand between the person and the way out. */
function goTo(event: Event, field: string): void {
  event.preventDefault();
  const input = document.getElementById(field);
  input?.closest("fieldset, .govuk-form-group")?.scrollIntoView();
  input?.focus({ preventScroll: true });
}
