import type { Option } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import { organisations } from "../report/deployment.ts";

/** What the report offers under this question, or `question.part`. */
export function offered(answer: string): readonly string[] {
  const [id, part] = answer.split(".");
  const asks = questions.find((question) => question.id === id)?.asks;
  const asked = part && asks && "parts" in asks ? asks.parts.find((each) => each.id === part)?.asks : asks;
  const idsOf = (options: readonly Option[]) => options.map((option) => option.id);
  switch (asked?.kind) {
    case "choice":
    case "choices":
      return idsOf(asked.options);
    case "contact":
      return ["yes", "no", ...idsOf(asked.ways)];
    case "when":
      return ["exact", "about", "overTime", "ongoing"];
    case "consent":
      return organisations.flatMap(({ choices }) => choices.map((choice) => choice.id));
    default:
      return [];
  }
}

/** Every question, and every part of one, with what the report offers there. */
export const everyAnswer = questions
  .flatMap(({ id, asks }) => [id, ...("parts" in asks ? asks.parts.map((part) => `${id}.${part.id}`) : [])])
  .map((answer) => ({ answer, options: offered(answer) }));
