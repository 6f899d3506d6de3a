import { describe, expect, it } from "vitest";
import { wordsIn } from "../../src/language/words.ts";

const english = {
  interface: { back: "Back", only: "Only in English" },
  report: { by: "Received by {{organisation}}", left_one: "{{count}} report", left_other: "{{count}} reports" },
};
const arabic = {
  interface: { back: "رجوع" },
  report: {
    by: "لدى {{organisation}}",
    left_zero: "لا بلاغات",
    left_one: "بلاغ واحد",
    left_two: "بلاغان",
    left_few: "{{count}} بلاغات",
    left_many: "{{count}} بلاغًا",
    left_other: "{{count}} بلاغ",
  },
};

function inArabic() {
  const words = wordsIn("ar", arabic);
  words.add("en-GB", english);
  return words;
}

describe("words in a language", () => {
  it("are found by key, in `interface` unless the key names another file", () => {
    const { t } = wordsIn("en-GB", english);
    expect(t("back")).toBe("Back");
    expect(t("report:by", { organisation: "Victims First" })).toBe("Received by Victims First");
  });

  it.each([
    [0, "لا بلاغات"],
    [1, "بلاغ واحد"],
    [2, "بلاغان"],
    [3, "3 بلاغات"],
    [11, "11 بلاغًا"],
    [100, "100 بلاغ"],
  ])("count %i reports as Arabic does", (count, text) => {
    expect(inArabic().t("report:left", { count })).toBe(text);
  });

  it("can be had in any language that was added, whichever is spoken", () => {
    const words = inArabic();
    const english = words.in("en-GB");
    expect([words.t("back"), english.t("back"), words.in("ar").t("back")]).toEqual(["رجوع", "Back", "رجوع"]);
    expect(english.t("report:left", { count: 1 })).toBe("1 report");
    expect([english.has("only"), words.in("ar").has("report:by"), english.has("none")]).toEqual([true, true, false]);
  });

  it.each([
    [0, "0 reports"],
    [1, "1 report"],
    [2, "2 reports"],
  ])("count %i reports as English does", (count, text) => {
    expect(wordsIn("en-GB", english).t("report:left", { count })).toBe(text);
  });

  it("show what a person or an organisation is called as it is, whatever signs are in it", () => {
    const { t } = wordsIn("en-GB", english);
    for (const organisation of ["<b>A & B</b>", "$t(interface:back)", "{{count}}", "O’Neill's"]) {
      expect(t("report:by", { organisation })).toBe(`Received by ${organisation}`);
    }
  });

  it("are English where the language lacks them, and never nothing", () => {
    const words = inArabic();
    expect(words.t("only")).toBe("Only in English");
    expect(words.has("only")).toBe(true);
    expect(words.has("nowhere")).toBe(false);
    expect(words.t("nowhere")).not.toBe("");
  });

  it("may arrive later, and add to what is there already", () => {
    const words = wordsIn("en-GB", { interface: english.interface });
    expect(words.has("report:by")).toBe(false);
    words.add("en-GB", { report: { by: english.report.by }, questions: { when: { ask: "When?" } } });
    words.add("en-GB", { questions: { where: { ask: "Where?" } } });
    expect(["back", "questions:when.ask", "questions:where.ask"].map((key) => words.t(key))).toEqual([
      "Back",
      "When?",
      "Where?",
    ]);
  });

  it("change language at once, so that no page is half in one and half in another", () => {
    const words = inArabic();
    words.speak("en-GB");
    expect([words.language(), words.t("back")]).toEqual(["en-GB", "Back"]);
    words.speak("ar");
    expect([words.language(), words.t("back")]).toEqual(["ar", "رجوع"]);
  });

  it("of one reader do not leak into those of another", () => {
    inArabic();
    expect(wordsIn("en-GB", { interface: english.interface }).has("report:by")).toBe(false);
  });
});
