import { describe, expect, it } from "vitest";
import { takenFrom } from "../../src/translation/taking.ts";

const sources = new Map([
  ["a:one", "One"],
  ["a:two", "Two"],
  ["a:three", "Three {{name}}"],
]);
const own = new Map([
  ["a:three", "Trzy {{name}}"],
  ["a:one", "Jeden"],
]);
const unit = (key: string, english: string, words: string, fuzzy = false) => ({ key, english, words, fuzzy });

describe("words from a translator", () => {
  it("stand in the order of the English, among those that were there", () => {
    const taken = takenFrom([unit("a:two", "Two", "Dwa")], sources, own);
    expect(taken).toMatchObject({ kind: "taken", taken: ["a:two"], changed: ["a:two"] });
    expect(taken).toHaveProperty(
      "words",
      new Map([
        ["a:one", "Jeden"],
        ["a:two", "Dwa"],
        ["a:three", "Trzy {{name}}"],
      ]),
    );
    expect(taken.kind === "taken" && [...taken.words.keys()]).toEqual(["a:one", "a:two", "a:three"]);
  });

  it("are left out where the translator is not sure, has none, or saw another English", () => {
    const units = [
      unit("a:one", "One", "Raz", true),
      unit("a:two", "Two", ""),
      unit("a:three", "Three {{who}}", "{{who}}"),
    ];
    expect(takenFrom(units, sources, own)).toMatchObject({
      taken: [],
      words: own,
      left: { needsWork: ["a:one"], untranslated: ["a:two"], olderEnglish: ["a:three"], notInFile: [] },
    });
    expect(takenFrom([], sources, own)).toMatchObject({ left: { notInFile: ["a:one", "a:two", "a:three"] } });
  });

  it("are refused where one key has two texts", () => {
    const units = [unit("a:one", "One", "Raz"), unit("a:one", "Once", "Jeden raz")];
    expect(takenFrom(units, sources, own)).toEqual({ kind: "refused", because: ["a:one is there twice"] });
  });
});
