import { describe, expect, it } from "vitest";
import { jsonOf } from "./read-locales.ts";
import { readingAge, sentencesLongerThan } from "./reading-age.ts";

const { topics } = jsonOf("locales/en-GB/advice.json") as {
  topics: Readonly<Record<string, { lead: string; points: Readonly<Record<string, string>> }>>;
};
const texts = Object.entries(topics).map(([topic, { lead, points }]) => ({
  topic,
  lines: [lead, ...Object.values(points)],
}));

describe("the advice in English", () => {
  it.each(texts)("can be read at ten or earlier: $topic", ({ lines }) => {
    expect(readingAge(lines.join("\n"))).toBeLessThanOrEqual(10);
  });

  it.each(texts)("has no line that is hard at thirteen, and no long sentence: $topic", ({ lines }) => {
    expect(lines.filter((line) => readingAge(line) > 12.5)).toEqual([]);
    expect(lines.flatMap((line) => sentencesLongerThan(25, line))).toEqual([]);
  });
});

describe("what the directory says of each organisation in English", () => {
  const { about } = jsonOf("locales/en-GB/directory.json") as { about: Readonly<Record<string, string>> };
  const lines = Object.values(about);

  it("can be read at eleven or earlier, and has no line that is hard at thirteen", () => {
    expect(readingAge(lines.join("\n"))).toBeLessThanOrEqual(11);
    expect(lines.filter((line) => readingAge(line) > 13)).toEqual([]);
    expect(lines.flatMap((line) => sentencesLongerThan(25, line))).toEqual([]);
  });
});

describe("the reading age, tried on texts that are easy and hard", () => {
  const easy = "Get help now. Call us. We can come to you.";
  const hard =
    "Notwithstanding the aforementioned considerations, complainants are advised to communicate particulars expeditiously.";

  it("is low for a child's words and high for an authority's", () => {
    expect(readingAge(easy)).toBeLessThan(8);
    expect(readingAge(hard)).toBeGreaterThan(20);
    expect(readingAge(`${easy} ${hard}`)).toBeGreaterThan(readingAge(easy));
  });

  it("knows a long sentence by its words", () => {
    expect(sentencesLongerThan(3, easy)).toEqual(["We can come to you."]);
    expect(sentencesLongerThan(20, easy)).toEqual([]);
  });
});
