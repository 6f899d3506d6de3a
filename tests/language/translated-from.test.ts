import { describe, expect, it } from "vitest";
import { leftOver, outdated } from "../../src/translation/fingerprints.ts";
import { languageIn, measureIn, translationsIn } from "../../src/translation/locales-folder.ts";
import { sourcesFor } from "../../src/translation/sources.ts";

const { english } = measureIn("locales");

describe.each(translationsIn("locales"))("the words in %s", (tag) => {
  const { words, from } = languageIn("locales", tag);
  const sources = sourcesFor(english, tag);

  it("say what the English says now", () => {
    const behind = outdated(sources, words, from);
    const whatToDo = [
      `The English of these strings has changed since they were translated into ${tag}.`,
      "Look at the words; where they are right, or once they are, run",
      `npm run locales -- accept ${tag} ${behind.join(" ")}`,
    ];
    expect(behind, whatToDo.join("\n")).toEqual([]);
  });

  it("have no notes of strings that are gone", () => {
    expect(leftOver(sources, words, from), `Run: npm run locales -- accept ${tag}`).toEqual([]);
  });
});
