import type { Option } from "../../report/question.ts";
import { Group } from "../../ui/Field.tsx";
import { Options } from "../../ui/Options.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Asking, useAskWords } from "./asking.ts";
import { declinePrefix } from "./entries.ts";

const shared = "questions:common.contact";
const keyboards = { phone: "tel", text: "tel", email: "email" } as const;

/** Whether someone may get in touch, by which ways, and what each way needs. */
export function ContactFields({ asking, ways }: { asking: Asking; ways: readonly Option[] }) {
  const { say, tell, has } = useWords();
  const { entries, errors, question } = asking;
  const at = (part: string) => `${question.id}.${part}`;
  const error = (part: string) => {
    const message = errors.get(at(part));
    return message && tell(message);
  };
  const detail = (way: string) => (
    <TextField
      name={at(way)}
      words={{
        label: say(`${shared}.${way}.ask`),
        hint: has(`${shared}.${way}.hint`) ? say(`${shared}.${way}.hint`) : undefined,
        error: error(way),
      }}
      value={entries.get(at(way))?.[0] ?? ""}
      input={way in keyboards ? keyboards[way as keyof typeof keyboards] : "text"}
    />
  );
  const howToReach = (
    <>
      {detail("name")}
      <Group
        name={at("ways")}
        words={{ label: say(`${shared}.ways.ask`), hint: say(`${shared}.ways.hint`), error: error("ways") }}
      >
        <Options
          kind="checkboxes"
          name={at("ways")}
          rows={ways.map(({ id }) => ({ value: id, label: say(`${shared}.ways.options.${id}`), reveal: detail(id) }))}
          chosen={entries.get(at("ways")) ?? []}
        />
      </Group>
    </>
  );
  const declined = entries.get(at("decline"))?.[0];
  const rows = [
    { value: "yes", label: say(`${shared}.allowed.options.yes`), reveal: howToReach },
    { value: "no", label: say(`${shared}.allowed.options.no`) },
    ...question.declines.map((decline) => ({
      value: declinePrefix + decline,
      label: say(`questions:common.${decline}`),
      apart: say("or"),
    })),
  ];
  return (
    <Group name={at("allowed")} words={useAskWords(asking).question} heading>
      <Options
        kind="radios"
        name={at("allowed")}
        rows={rows}
        chosen={[...(entries.get(at("allowed")) ?? []), ...(declined ? [declinePrefix + declined] : [])]}
      />
    </Group>
  );
}
