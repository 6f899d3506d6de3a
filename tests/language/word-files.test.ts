import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../vite.material.ts";
import { filesIn, languages } from "./read-locales.ts";

describe("what the app takes from a language's folder", () => {
  it.each(languages)(
    "is in %s the files that hold words for reporters, and none that are about the words",
    (language) => {
      const files = ["advice", "directory", "interface", "pages", "point", "problems", "questions", "report"];
      expect(Object.keys(catalogueOf(language)).toSorted()).toEqual(files);
    },
  );

  it("leaves out files that are there", () => {
    const names = filesIn("locales", /\.json$/).map((file) => file.replace(/^.*\//, ""));
    expect(names).toEqual(expect.arrayContaining(["desk.json", "review.json", "translated-from.json", "long.json"]));
  });
});
