import * as z from "zod/mini";

/** How many tests passed, failed and were left out. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/**
 * What a run came to. A file that could not be loaded, a report that was not written, and a run that failed for another
 * reason than a test each count as one failure.
 */
export function tallyOf(writtenReport: string | null, exitCode: number): Tally {
  if (writtenReport === null) return { passed: 0, failed: 1, skipped: 0 };
  const { testResults, ...run } = report.parse(JSON.parse(writtenReport));
  const failed = run.numFailedTests + testResults.filter(isBroken).length;
  return {
    passed: run.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: run.numPendingTests + run.numTodoTests,
  };
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of a run, in the form that other programs read. */
export function lineOf({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

type FileResult = z.infer<typeof report>["testResults"][number];

const isBroken = ({ status, assertionResults }: FileResult): boolean =>
  status === "failed" && !assertionResults.some((result) => result.status === "failed");
