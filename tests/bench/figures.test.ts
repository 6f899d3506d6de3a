import { expect, it } from "vitest";
import { type Figure, isMet, median, ratioOf } from "./figures.ts";

const figure: Figure = { about: "first answer", unit: "ms", ours: [90, 110, 500], plain: [100, 100, 90] };

it("holds the middle of the samples, so that one bad moment of the machine changes nothing", () => {
  expect(median([90, 500, 110])).toBe(110);
  expect(median([90, 110])).toBe(100);
});

it("holds a ratio against its goal where there is something plain to compare with", () => {
  expect(ratioOf(figure)).toBeCloseTo(1.1);
  expect(isMet({ ...figure, goal: { ratio: 1.15 } })).toBe(true);
  expect(isMet({ ...figure, goal: { ratio: 1.05 } })).toBe(false);
});

it("holds the figure itself against a goal that is a number", () => {
  expect(isMet({ ...figure, goal: { atMost: 110 } })).toBe(true);
  expect(isMet({ ...figure, goal: { atMost: 100 } })).toBe(false);
  expect(isMet(figure)).toBeNull();
});
