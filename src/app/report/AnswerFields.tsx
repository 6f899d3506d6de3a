import { useState } from "preact/hooks";
import { partsAsked } from "../../report/condition.ts";
import { optionKeys } from "../../report/option-keys.ts";
import type { Kind, Part } from "../../report/question.ts";
import { type FieldWords, Group, HintAndError } from "../../ui/Field.tsx";
import { type OptionRow, Options } from "../../ui/Options.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Asking, useAskWords } from "./asking.ts";
import { declinePrefix, entriesIn } from "./entries.ts";

type Simple = Part["asks"];

/**
 * The fields that answer a question of a simple kind, or of several of them. The page's heading is the question itself.
 * Null for the other kinds, which `OtherFields` shows.
 */
export function AnswerFields({ asking }: { asking: Asking }) {
  const { question } = asking;
  const words = useAskWords(asking).question;
  const kind = question.asks;
  switch (kind.kind) {
    case "choice":
    case "choices":
    case "text":
    case "number":
      return <SimpleField asking={asking} kind={kind} name={question.id} words={words} heading />;
    case "several":
      return (
        <>
          <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
            {words.label}
          </h1>
          <HintAndError name={question.id} words={words} />
          <Parts asking={asking} parts={kind.parts} prefix={question.id} />
        </>
      );
    case "when":
    case "place":
    case "contact":
    case "people":
    case "consent":
      return null;
  }
}

interface SimpleFieldProps {
  readonly asking: Asking;
  readonly kind: Simple;
  readonly name: string;
  readonly words: FieldWords;
  readonly heading?: boolean;
  /** Where the words of the options lie in `questions.json`, if not with the question itself. */
  readonly wordsAt?: string;
}

function SimpleField({ asking, kind, name, words, heading = false, wordsAt }: SimpleFieldProps) {
  const { say } = useWords();
  const { entries } = asking;
  switch (kind.kind) {
    case "choice":
    case "choices":
      return (
        <Group name={name} words={words} heading={heading}>
          <Choices asking={asking} kind={kind} name={name} heading={heading} wordsAt={wordsAt ?? asking.question.id} />
        </Group>
      );
    case "text":
      return (
        <TextField
          name={name}
          words={words}
          heading={heading}
          value={entries.get(name)?.[0] ?? ""}
          lines={kind.lines}
          input={kind.input ?? "text"}
        />
      );
    case "number":
      return (
        <>
          <TextField
            name={name}
            words={words}
            heading={heading}
            value={entries.get(name)?.[0] ?? ""}
            input="number"
            narrow
          />
          <div class="govuk-form-group">
            <Options
              kind="checkboxes"
              name={`${name}.about`}
              rows={[{ value: "yes", label: say("questions:common.number.about.ask") }]}
              chosen={entries.get(`${name}.about`) ?? []}
            />
          </div>
        </>
      );
  }
}

interface ChoicesProps {
  readonly asking: Asking;
  readonly kind: Extract<Kind, { kind: "choice" | "choices" }>;
  readonly name: string;
  readonly heading: boolean;
  readonly wordsAt: string;
}

function Choices({ asking, kind, name, heading, wordsAt }: ChoicesProps) {
  const { say, has } = useWords();
  const { entries, question } = asking;
  const optionWords = (id: string) => {
    const keys = optionKeys(wordsAt, id).flatMap((key) => [`questions:${key}_${asking.who}`, `questions:${key}`]);
    return say(keys.find(has) ?? id);
  };
  const hintAt = (key: string) => (has(key) ? say(key) : undefined);
  const one = kind.kind === "choice";
  const rows: OptionRow[] = kind.options
    .filter(({ byApp }) => !byApp)
    .map((option) => ({
      value: option.id,
      label: optionWords(option.id),
      hint: hintAt(`questions:${wordsAt}.optionHints.${option.id}`),
      alone: option.alone ?? false,
      reveal: option.ownWords ? (
        <TextField
          name={`${name}.ownWords.${option.id}`}
          words={{ label: say([`questions:${wordsAt}.ownWords`, "questions:common.ownWords"].find(has) ?? "") }}
          value={entries.get(`${name}.ownWords.${option.id}`)?.[0] ?? ""}
        />
      ) : (
        asking.reveals?.[option.id]
      ),
    }));
  const declines = heading ? question.declines : [];
  const declined = entries.get(`${name}.decline`)?.[0];
  declines.forEach((decline, place) => {
    rows.push({
      value: one ? declinePrefix + decline : decline,
      label: say(`questions:common.${decline}`),
      alone: true,
      ...(one ? {} : { name: `${name}.decline` }),
      ...(place === 0 ? { apart: say("or") } : {}),
    });
  });
  const chosen = [...(entries.get(name) ?? []), ...(declined ? [one ? declinePrefix + declined : declined] : [])];
  return <Options kind={one ? "radios" : "checkboxes"} name={name} rows={rows} chosen={chosen} />;
}

interface PartsProps {
  readonly asking: Asking;
  readonly parts: readonly Part[];
  readonly prefix: string;
}

/** Several things asked on one page; a part that depends on another opens beneath it when that one is answered so. */
export function Parts({ asking, parts, prefix }: PartsProps) {
  const ask = useAskWords(asking);
  const [chosen, setChosen] = useState<Chosen>(() => openers(parts, prefix, (name) => asking.entries.get(name) ?? []));
  const look = (event: Event) => {
    const form = (event.currentTarget as HTMLElement).closest("form");
    if (form) setChosen(openers(parts, prefix, (name) => entriesIn(form).get(name) ?? []));
  };
  return (
    <div onChange={look}>
      {partsAsked(parts, asking.answers)
        .filter(({ byApp }) => !byApp)
        .map((part) => {
          const name = `${prefix}.${part.id}`;
          return (
            <div key={name} hidden={!isOpen(part, parts, chosen)} class={part.revealIf ? "revealed" : undefined}>
              <SimpleField
                asking={asking}
                kind={part.asks}
                name={name}
                words={ask.part(part.id, name)}
                wordsAt={`${asking.question.id}.parts.${part.id}`}
              />
            </div>
          );
        })}
    </div>
  );
}

type Chosen = Readonly<Record<string, readonly string[]>>;

/** What is chosen in those parts that others depend on. */
function openers(parts: readonly Part[], prefix: string, valuesOf: (name: string) => readonly string[]): Chosen {
  const ids = new Set(parts.flatMap((part) => (part.revealIf ? [part.revealIf.part] : [])));
  return Object.fromEntries([...ids].map((id) => [id, valuesOf(`${prefix}.${id}`)]));
}

function isOpen(part: Part, parts: readonly Part[], chosen: Chosen): boolean {
  const opener = part.revealIf;
  if (!opener) return true;
  const wanted = typeof opener.includes === "string" ? [opener.includes] : opener.includes;
  const above = parts.find((other) => other.id === opener.part);
  return wanted.some((id) => chosen[opener.part]?.includes(id)) && (!above || isOpen(above, parts, chosen));
}

/** "I don't know" and "I'd rather not say" where the fields are not choices. */
export function Declines({ asking: { question, entries } }: { asking: Asking }) {
  const { say } = useWords();
  const { kind } = question.asks;
  const amongOptions = kind === "choice" || kind === "choices" || kind === "contact";
  if (amongOptions || question.declines.length === 0) return null;
  const rows = question.declines.map((decline) => ({
    value: decline,
    label: say(`questions:common.${decline}`),
    alone: true,
  }));
  const name = `${question.id}.decline`;
  return (
    <div class="govuk-form-group declines">
      <Options kind="checkboxes" name={name} rows={rows} chosen={entries.get(name) ?? []} />
    </div>
  );
}
