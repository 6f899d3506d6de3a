import { describe, expect, it } from "vitest";
import { notesOn } from "../../src/translation/notes.ts";
import { wordsOf } from "../../src/translation/words.ts";

const english = wordsOf({
  report: {
    list: { title: "Reports on this device", missing_one: "{{count}} report", missing_other: "{{count}} reports" },
  },
  questions: {
    danger: { ask: "Is anyone in danger?", options: { yes: "Yes" } },
    car: { ask: "What was it like?", parts: { plate: { ask: "Number plate", hint: "It helps to know it." } } },
  },
  other: { word: "Word" },
});
const measure = { english, critical: { "questions:danger.*": "Help has to come." } };
const notes = (key: string, language = "pl") => notesOn(key, english.get(key) ?? "", language, measure);

describe("what a translator is told of a string", () => {
  it("is where it is read, and under which question or title", () => {
    expect(notes("questions:car.parts.plate.hint")[0]).toBe("The questions, at “Number plate”");
    expect(notes("questions:car.parts.plate.ask")[0]).toBe("The questions, at “What was it like?”");
    expect(notes("questions:car.ask")).toEqual(["The questions", "There is room for 30 letters."]);
    expect(notes("other:word")).toEqual(["other"]);
  });

  it("is that and why it is critical", () => {
    expect(notes("questions:danger.options.yes")).toEqual([
      "The questions, at “Is anyone in danger?”",
      "CRITICAL: a wrong word here could harm somebody. Help has to come.",
    ]);
  });

  it("is for which numbers it is, and what to keep", () => {
    const [, form, keep] = notesOn("report:list.missing_two", "{{count}} reports", "ar", measure);
    expect(form).toBe("Form “two”, for numbers such as 2.");
    expect(keep).toBe("Keep what stands in {{ }} as it is: {{count}}. {{count}} may go if the words say the number.");
    expect(notes("report:list.missing_other", "ar")).toContain("Keep what stands in {{ }} as it is: {{count}}.");
  });

  it("is how much room there is, where that matters", () => {
    expect(notes("report:list.title")).toContain("There is room for 39 letters.");
    expect(notes("report:list.title", "zh-Hans")).toHaveLength(1);
  });
});
