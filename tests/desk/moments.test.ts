import { describe, expect, it } from "vitest";
import { briefMoment, day, farApart, moment, size } from "../../src/desk/moments.ts";

describe("times at the desk", () => {
  it("are those of a clock in the United Kingdom, in winter and in summer", () => {
    expect(moment("2026-11-21T09:00:00.000Z")).toBe("21 November 2026 at 09:00");
    expect(moment("2026-07-01T23:30:00.000Z")).toBe("2 July 2026 at 00:30");
    expect(briefMoment("2026-07-01T09:00:00.000Z")).toBe("1 Jul 2026, 10:00");
  });

  it("leave a civil date on its day", () => {
    expect(day("2026-03-29")).toMatch(/^Sunday,? 29 March 2026$/);
    expect(day("not a date")).toBe("not a date");
  });

  it("are both shown when the device's clock and the endpoint's are more than a day apart, either way", () => {
    expect(farApart("2026-11-20T09:00:00Z", "2026-11-21T08:00:00Z")).toBe(false);
    expect(farApart("2026-11-20T09:00:00Z", "2026-11-21T09:00:01Z")).toBe(true);
    expect(farApart("2036-11-20T09:00:00Z", "2026-11-21T09:00:00Z")).toBe(true);
  });
});

describe("sizes", () => {
  it("are told in kilobytes and megabytes, never as nothing", () => {
    expect([size(10), size(12_345), size(2_400_000)]).toEqual(["1 kB", "12 kB", "2.4 MB"]);
  });
});
