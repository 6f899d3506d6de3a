import { describe, expect, it } from "vitest";
import { languageOf, nameOfLanguage, offered } from "../../src/language/languages.ts";

describe("the languages that are offered", () => {
  it("begin with English, each by its own name and direction", () => {
    expect(offered[0]?.tag).toBe("en-GB");
    expect(offered.find(({ tag }) => tag === "ar")).toEqual({ tag: "ar", name: "العربية", direction: "rtl" });
  });

  it("run in the direction of their script", () => {
    for (const { tag, direction } of offered) {
      const rightToLeft = ["Arab", "Hebr"].includes(new Intl.Locale(tag).maximize().script ?? "");
      expect(direction, tag).toBe(rightToLeft ? "rtl" : "ltr");
    }
  });

  it("are English for a tag that this build does not carry", () => {
    for (const tag of [undefined, "", "xx", "AR", "ar-EG", "constructor"])
      expect(languageOf(tag).tag, tag).toBe("en-GB");
  });
});

describe("the name of a language", () => {
  it("is said in the language of the reader", () => {
    expect(nameOfLanguage("ar", "en-GB")).toBe("Arabic");
    expect(nameOfLanguage("pl", "ar")).toBe("البولندية");
    expect(nameOfLanguage("tet", "en-GB")).toBe("Tetum");
  });

  it("is its own name where the browser cannot say it for this reader", () => {
    expect(nameOfLanguage("ar", "not a language")).toBe("العربية");
  });

  it("is the tag itself where nobody knows one, and never an error on the page", () => {
    for (const tag of ["zz", "qaa", "x-none", "not a tag", "", "en_GB", "💥"])
      expect(nameOfLanguage(tag, "en-GB"), tag).toBe(tag);
  });
});
