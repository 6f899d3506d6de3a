import { builtOn } from "virtual:deployment";
import { dateFormat } from "../../language/date-format.ts";
import { accepts } from "../../report/accepts.ts";
import type { Question } from "../../report/question.ts";
import { questions } from "../../report/questions.ts";
import type { Message, Spoken } from "../../ui/words-context.tsx";
import type { Report } from "./report.ts";
import type { Faults } from "./screen.ts";

/** What is wrong with an answer, in words that say what to do, by the field to go to. */
export function problemsIn({ answers }: Report, id: string): Faults {
  const question = questions.find((each) => each.id === id);
  const value = answers[id];
  if (!question || !value) return new Map();
  const problems = accepts(question, value, today());
  return new Map(
    problems.map(({ field, because, limit }): [string, Message] => [
      field,
      (spoken) => {
        const message = spoken.t(`problems:${because}`, limit === undefined ? {} : { limit, count: limit });
        const label = labelOf(question, field, spoken);
        return label ? spoken.t("report:check.partOfAnswer", { label, message }) : message;
      },
    ]),
  );
}

/** What a field is called where the page has several, so that no two lines of the summary read the same. */
function labelOf({ id, asks }: Question, field: string, { t, has }: Spoken): string | null {
  const part = field.split(".").at(-1);
  if (field === id || part === "ways") return null;
  const keys = [`questions:${id}.parts.${part}.ask`, `questions:common.${asks.kind}.${part}.ask`];
  const key = keys.find(has);
  return key ? t(key) : null;
}

/** The civil date of Europe/London; a device whose clock is behind this release's build does not turn dates away. */
export function today(): string {
  const here = dateFormat("sv-SE", { timeZone: "Europe/London" }).format(new Date());
  return [here, builtOn].sort()[1] ?? here;
}
