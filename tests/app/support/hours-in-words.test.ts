import { describe, expect, it } from "vitest";
import { hoursInWords } from "../../../src/app/support/hours-in-words.ts";
import type { Hours } from "../../../src/guidance/opening-hours.ts";
import { type Language, languageOf } from "../../../src/language/languages.ts";
import { wordsIn } from "../../../src/language/words.ts";
import { jsonOf } from "../../language/read-locales.ts";

const { t } = wordsIn("en-GB", { directory: jsonOf("locales/en-GB/directory.json") as object });
const plain = (text: string) => text.replaceAll(/\s/g, " "); // thin spaces around a dash
const inEnglish = (hours: Hours) => plain(hoursInWords(hours, { t, language: languageOf("en-GB") }));
const weekdays = { from: "monday", to: "thursday", opens: "08:30", closes: "17:00" } as const;
const friday = { from: "friday", to: "friday", opens: "08:30", closes: "16:00" } as const;
const evenings = { from: "monday", to: "sunday", opens: "18:00", closes: "24:00" } as const;

describe("hours in words", () => {
  it("name days and times as English does", () => {
    expect(inEnglish("always")).toBe("Day and night, every day");
    expect(inEnglish([weekdays])).toBe("Usually open: Monday – Thursday, 08:30–17:00");
    expect(inEnglish([weekdays, friday])).toBe("Usually open: Monday – Thursday, 08:30–17:00 and Friday, 08:30–16:00");
  });

  it("end at midnight without naming the next day", () => {
    expect(inEnglish([evenings])).toBe("Usually open: every day, 18:00–00:00");
  });

  it("name days as the language of the page does", () => {
    const spoken = (tag: string) => plain(hoursInWords([weekdays], { t, language: { tag } as unknown as Language }));
    expect(spoken("ar")).toContain("الاثنين – الخميس");
    expect(spoken("pl")).toContain("poniedziałek – czwartek");
  });
});
