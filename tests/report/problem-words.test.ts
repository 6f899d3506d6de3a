import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Because } from "../../src/report/problem.ts";
import type { Lack } from "../../src/report/ready.ts";

const { lack, ...problems } = JSON.parse(
  readFileSync(new URL("../../locales/en-GB/problems.json", import.meta.url), "utf8"),
);

/** The compiler keeps these two complete. */
const becauses: Record<Because, "plain" | "counted"> = {
  tooLong: "counted",
  notANumber: "plain",
  numberTooHigh: "counted",
  notADate: "plain",
  dateInFuture: "plain",
  dateTooEarly: "plain",
  endBeforeStart: "plain",
  notATime: "plain",
  notAPostcode: "plain",
  notAnEmail: "plain",
  notAPhoneNumber: "plain",
  needsWayToContact: "plain",
  needsDetail: "plain",
  tooManyPeople: "counted",
};
const lacks: Record<Lack["kind"], true> = {
  nothingWanted: true,
  choiceGone: true,
  whatHappened: true,
  unaccepted: true,
  whereToSend: true,
  nothingToTell: true,
  wayToContact: true,
  referralUnsent: true,
};

describe("the English words for what is wrong or missing", () => {
  it("has words for every problem, in one and many where a number is spoken, and no others", () => {
    const expected = Object.entries(becauses).flatMap(([because, form]) =>
      form === "plain" ? [because] : [`${because}_one`, `${because}_other`],
    );
    expect(Object.keys(problems).toSorted()).toEqual(expected.toSorted());
  });

  it("has words for everything that may be missing before sending", () => {
    expect(Object.keys(lack).toSorted()).toEqual(Object.keys(lacks).toSorted());
  });

  it("says what to do next, and blames nobody", () => {
    const spoken: readonly string[] = [...Object.values<string>(problems), ...Object.values<string>(lack)];
    for (const text of spoken) {
      expect(text).toMatch(/\b(write|make|choose|check|change|leave|fill|tell|say|look)\b/i);
      expect(text).not.toMatch(/\b(invalid|error|must|wrong|failed)\b/i);
    }
  });
});
