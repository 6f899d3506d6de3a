import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { days, isUsuallyOpen, type OpenTimes } from "../../src/guidance/opening-hours.ts";

const at = (moment: string): number => Date.parse(moment);
const open = (from: OpenTimes["from"], to: OpenTimes["to"], opens: string, closes: string): readonly OpenTimes[] => [
  { from, to, opens, closes },
];
const afternoons = open("monday", "friday", "13:00", "20:30");

describe("a line that is usually open on weekdays from 13:00 to 20:30", () => {
  it.each([
    ["at the minute it opens", "2026-01-14T13:00:00Z", true],
    ["a second before", "2026-01-14T12:59:59Z", false],
    ["in its last minute", "2026-01-14T20:29:59Z", true],
    ["at the minute it closes", "2026-01-14T20:30:00Z", false],
    ["at the weekend", "2026-01-17T15:00:00Z", false],
    ["in summer, when London is an hour ahead of what the world's clocks say", "2026-07-15T12:00:00Z", true],
    ["in summer in the last minute", "2026-07-15T19:29:00Z", true],
    ["in summer when it has closed", "2026-07-15T19:30:00Z", false],
  ])("is so %s", (_when, moment, expected) => {
    expect(isUsuallyOpen(afternoons, at(moment))).toBe(expected);
  });
});

describe("the nights when the clocks change", () => {
  const small = open("sunday", "sunday", "01:00", "02:00");

  it("have no hour from one to two in spring", () => {
    for (const minute of ["00:59:59", "01:00:00", "01:30:00"]) {
      expect(isUsuallyOpen(small, at(`2026-03-29T${minute}Z`)), minute).toBe(false);
    }
    expect(isUsuallyOpen(open("sunday", "sunday", "02:00", "03:00"), at("2026-03-29T01:00:00Z"))).toBe(true);
  });

  it("have it twice in autumn", () => {
    for (const minute of ["00:00:00", "00:59:59", "01:00:00", "01:59:59"]) {
      expect(isUsuallyOpen(small, at(`2026-10-25T${minute}Z`)), minute).toBe(true);
    }
    expect(isUsuallyOpen(small, at("2026-10-25T02:00:00Z"))).toBe(false);
    expect(isUsuallyOpen(small, at("2026-10-24T23:59:59Z"))).toBe(false);
  });
});

describe("opening hours", () => {
  it("may go over the end of a week, to midnight, and be several", () => {
    const weekend = open("saturday", "monday", "22:00", "24:00");
    expect(isUsuallyOpen(weekend, at("2026-01-18T23:59:59Z"))).toBe(true); // a Sunday
    expect(isUsuallyOpen(weekend, at("2026-01-19T23:00:00Z"))).toBe(true);
    expect(isUsuallyOpen(weekend, at("2026-01-20T23:00:00Z"))).toBe(false);
    expect(isUsuallyOpen([...weekend, ...afternoons], at("2026-01-20T14:00:00Z"))).toBe(true);
  });

  it("are by the clock of London at every moment, as the law has it", () => {
    const moments = fc.integer({ min: at("2020-01-01T00:00:00Z"), max: at("2040-01-01T00:00:00Z") });
    fc.assert(
      fc.property(moments, (now) => {
        const { day, time } = londonByLaw(now);
        const minutes = (shift: number) =>
          clock((Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + shift) % 1440);
        const opensNow = time < "23:59" ? isUsuallyOpen(open(day, day, time, minutes(1)), now) : true;
        expect(opensNow).toBe(true);
        if (time < "23:58") expect(isUsuallyOpen(open(day, day, minutes(1), minutes(2)), now)).toBe(false);
        if (time >= "00:01") expect(isUsuallyOpen(open(day, day, "00:00", time), now)).toBe(false);
        expect(isUsuallyOpen("always", now)).toBe(true);
        expect(isUsuallyOpen([], now)).toBe(false);
      }),
    );
  });
});

/** An hour ahead from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. */
function londonByLaw(now: number): { readonly day: (typeof days)[number]; readonly time: string } {
  const year = new Date(now).getUTCFullYear();
  const lastSunday = (month: number): number => {
    const end = new Date(Date.UTC(year, month + 1, 0, 1));
    return end.getTime() - end.getUTCDay() * 86_400_000;
  };
  const local = new Date(now + (now >= lastSunday(2) && now < lastSunday(9) ? 3_600_000 : 0));
  const day = days[(local.getUTCDay() + 6) % 7] ?? "monday";
  return { day, time: local.toISOString().slice(11, 16) };
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
