import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harmless, harmlessText } from "../../src/desk/harmless.ts";

describe("somebody else's text (F39)", () => {
  it("is left as it is when it is only words, in any script and with emoji", () => {
    for (const text of [
      "Plain.\nTwo lines\tand a tab",
      "می\u200cخواهم",
      "صرخ رجل \u200f(2)",
      "👩🏽‍🦱 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
      "<img onerror=alert(1)>",
    ]) {
      expect(harmless(text)).toEqual([{ kind: "text", text }]);
    }
  });

  it.each([
    ["a NUL", "a\u0000b", "a[U+0000]b"],
    ["an override that turns the reading direction around", "safe\u202Egpj.exe", "safe[U+202E]gpj.exe"],
    ["an isolate", "\u2067x\u2069", "[U+2067]x[U+2069]"],
    ["an escape for terminals", "\u001b[31mred", "[U+001B][31mred"],
    ["half of a pair", "a\uD83Db", "a[U+D83D]b"],
    ["what is no character", "a\uFFFEb", "a[U+FFFE]b"],
  ])("shows %s by its code", (_, text, shown) => {
    expect(harmlessText(text)).toBe(shown);
  });

  it("has its line ends made alike", () => {
    expect(harmlessText("a\r\nb\rc")).toBe("a\nb\nc");
  });

  it("never loses a letter and never keeps a working character, whatever it is", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    const working = /[\u0000\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const texts = harmless(text).map((stretch) => (stretch.kind === "text" ? stretch.text : ""));
        expect(texts.join("")).not.toMatch(working);
        const letters = (from: string) => from.match(/\p{L}/gu) ?? [];
        expect(letters(texts.join(""))).toEqual(letters(text));
      }),
    );
  });

  it("is fast for a paste of a megabyte", () => {
    const started = performance.now();
    expect(harmless("\u202Eword ".repeat(150_000))).toHaveLength(300_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
