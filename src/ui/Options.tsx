import type { ComponentChildren } from "preact";

/** One thing to choose. `reveal` is shown beneath it while it is chosen. */
export interface OptionRow {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly reveal?: ComponentChildren;
  /** Where it is not the name of the whole list, for "I'd rather not say" among checkboxes. */
  readonly name?: string;
  /** Clears the others when chosen. */
  readonly alone?: boolean;
  /** A line "or" stands above it. */
  readonly apart?: ComponentChildren;
}

interface OptionsProps {
  readonly kind: "radios" | "checkboxes";
  readonly name: string;
  readonly rows: readonly OptionRow[];
  readonly chosen: readonly string[];
}

/** Radios or checkboxes that keep their own state in the DOM, so that they can be answered before any script runs. */
export function Options({ kind, name, rows, chosen }: OptionsProps) {
  const type = kind === "radios" ? "radio" : "checkbox";
  return (
    <div class={`govuk-${kind}`} onChange={kind === "checkboxes" ? keepAlone : undefined}>
      {rows.map((row, place) => {
        const id = place === 0 ? name : `${name}-${row.value}`;
        const hint = `${name}-${row.value}-hint`; // `${name}-hint` is the hint of the whole list
        return (
          <>
            {row.apart && <div class={`govuk-${kind}__divider`}>{row.apart}</div>}
            <div class={`govuk-${kind}__item`} key={row.value}>
              <input
                class={`govuk-${kind}__input`}
                id={id}
                name={row.name ?? name}
                type={type}
                value={row.value}
                defaultChecked={chosen.includes(row.value)}
                data-alone={row.alone ? "" : undefined}
                aria-describedby={row.hint ? hint : undefined}
              />
              <label class={`govuk-label govuk-${kind}__label`} for={id}>
                {row.label}
              </label>
              {row.hint && (
                <div id={hint} class={`govuk-hint govuk-${kind}__hint`}>
                  {row.hint}
                </div>
              )}
            </div>
            {row.reveal && <div class={`govuk-${kind}__conditional reveal`}>{row.reveal}</div>}
          </>
        );
      })}
    </div>
  );
}

/** "None of these" unticks the rest, and the rest unticks it. */
function keepAlone(event: Event): void {
  const ticked = event.target;
  if (!(ticked instanceof HTMLInputElement) || !ticked.checked || !(event.currentTarget instanceof HTMLElement)) return;
  const alone = ticked.dataset.alone !== undefined;
  for (const box of event.currentTarget.querySelectorAll<HTMLInputElement>(":scope > div > input[type=checkbox]")) {
    if (box !== ticked && (alone || box.dataset.alone !== undefined)) box.checked = false;
  }
}
