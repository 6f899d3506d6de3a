import { useEffect, useRef } from "preact/hooks";
import { type Message, useWords } from "./words-context.tsx";

export interface SummaryRow {
  /** The id of the input to go to. */
  readonly field: string;
  readonly message: Message;
}

/** Lists what is wrong at the top of the page, takes the focus, and leads to each field. */
export function ErrorSummary({ rows }: { rows: readonly SummaryRow[] }) {
  const spoken = useWords();
  const { say, tell } = spoken;
  const box = useRef<HTMLDivElement>(null);
  const lineOf = ({ field, message }: SummaryRow) => field + (typeof message === "string" ? message : message(spoken));
  const said = rows.map(lineOf).join("\n");
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
            <li key={lineOf(row)}>
              <a href={`#${row.field}`} onClick={(event) => goTo(event, row.field)}>
                {tell(row.message)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Focuses the field without a new entry in the history, which would stand between the person and the way out. */
function goTo(event: Event, field: string): void {
  event.preventDefault();
  const input = document.getElementById(field);
  input?.closest("fieldset, .govuk-form-group")?.scrollIntoView();
  input?.focus({ preventScroll: true });
}
