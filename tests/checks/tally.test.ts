import { describe, expect, it } from "vitest";
import { lineOf, sumOf, tallyOf } from "./tally.ts";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const report = (passed: number, failed: number, pending: number, ...testResults: object[]): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults,
  });

describe("the last line of a test run", () => {
  it("tells how many tests passed and failed in all", () => {
    const core = tallyOf(report(2, 1, 0, file("failed", "passed", "failed"), file("passed", "passed")), 1);
    const browser = tallyOf(report(3, 0, 0, file("passed", "passed", "passed", "passed")), 0);
    expect(lineOf(sumOf([core, browser]))).toBe("5 passed, 1 failed");
  });

  it("tells of tests that were left out", () => {
    expect(lineOf(tallyOf(report(1, 0, 1, file("passed", "passed", "pending")), 0))).toBe(
      "1 passed, 0 failed, 1 skipped",
    );
  });

  it("counts a file that could not be loaded as a failure", () => {
    expect(tallyOf(report(1, 0, 0, file("failed"), file("passed", "passed")), 1).failed).toBe(1);
  });

  it("counts a run that failed beside its tests as a failure", () => {
    expect(tallyOf(report(1, 0, 0, file("passed", "passed")), 1).failed).toBe(1);
  });

  it("counts a run that wrote no report as a failure", () => {
    expect(tallyOf(null, 0).failed).toBe(1);
  });
});
