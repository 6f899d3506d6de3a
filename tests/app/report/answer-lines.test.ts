import { expect, it } from "vitest";
import { linesOf } from "../../../src/app/report/answer-lines.ts";
import { questions } from "../../../src/report/questions.ts";

it.each(["en-GB", "ar", "zh-Hans", "ur", "pl", "ro", "es", "pt-PT"])(
  "several answers to one question stand apart in %s",
  (tag) => {
    const question = questions.find(({ id }) => id === "incidentTypes");
    if (!question) throw new Error("no such question");
    const spoken = { language: { tag }, t: (key: string) => key.split(".").at(-1), has: () => true };
    const [line] = linesOf(question, { kind: "choices", options: ["threats", "graffiti", "theft"] });
    if (typeof line?.text !== "function") throw new Error("not worded in a language");
    const text = line.text(spoken as never);
    expect(text).toMatch(/threats.+graffiti.+theft/);
    expect(text).not.toMatch(/threatsgraffiti|graffititheft/);
  },
);
