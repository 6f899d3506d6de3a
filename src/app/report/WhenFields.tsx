import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { partsOfDay, type WhenValue, whenHow, whenWithin } from "../../report/answer.ts";
import { Group } from "../../ui/Field.tsx";
import { Options } from "../../ui/Options.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Asking, useAskWords } from "./asking.ts";

const shared = "questions:common.when";
type How = WhenValue["how"];

/** When it happened: a day, a guess, or a time from and to. */
export function WhenFields({ asking }: { asking: Asking }) {
  const { say, tell } = useWords();
  const { entries, errors, question } = asking;
  const at = (part: string) => `${question.id}.${part}`;
  const held = (part: string) => entries.get(at(part))?.[0] ?? "";
  const [how, setHow] = useState<How | null>(whenHow.find((each) => each === held("how")) ?? null);
  const rows = (part: string, ids: readonly string[]) =>
    ids.map((value) => ({ value, label: say(`${shared}.${part}.options.${value}`) }));
  const text = (part: string, input: "date" | "time", label: ComponentChildren, hint?: ComponentChildren) => {
    const error = errors.get(at(part));
    const words = { label, hint, error: error && tell(error) };
    return <TextField name={at(part)} words={words} value={held(part)} input={input} narrow />;
  };
  const once = how === "exact" || how === "about";
  return (
    <>
      <div
        onChange={(event) => {
          const chosen = (event.target as HTMLInputElement).value;
          setHow(whenHow.find((each) => each === chosen) ?? how);
        }}
      >
        <Group name={at("how")} words={useAskWords(asking).question} heading>
          <Options kind="radios" name={at("how")} rows={rows("how", whenHow)} chosen={[held("how")]} />
        </Group>
      </div>
      {how && text("from", "date", say(how === "exact" ? `${shared}.from.ask` : `${shared}.from.ask_${how}`))}
      {how === "about" && (
        <Group name={at("within")} words={{ label: say(`${shared}.within.ask`) }}>
          <Options kind="radios" name={at("within")} rows={rows("within", whenWithin)} chosen={[held("within")]} />
        </Group>
      )}
      {how === "overTime" && text("to", "date", say(`${shared}.to.ask`))}
      {once && text("time", "time", say(`${shared}.time.ask`), say(`${shared}.time.hint`))}
      {once && (
        <Group name={at("partOfDay")} words={{ label: say(`${shared}.partOfDay.ask`) }}>
          <Options
            kind="radios"
            name={at("partOfDay")}
            rows={rows("partOfDay", partsOfDay)}
            chosen={[held("partOfDay")]}
          />
        </Group>
      )}
    </>
  );
}
