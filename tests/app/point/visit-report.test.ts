import { expect, it } from "vitest";
import { visitReport, withNames } from "../../../src/app/point/visit-report.ts";
import { whoOf } from "../../../src/report/path.ts";
import type { ConnectPoint } from "../../../src/wire/enrolment.ts";

const point: ConnectPoint = {
  id: "east-oxford",
  name: "East Oxford Community Centre",
  tier: "Tier 2",
  settings: { sharedDrafts: true, draftDays: 14, idleMinutes: 2, sendWithinDays: 7 },
};

it("begins a visitor's report with nothing but who fills it in", () => {
  expect(whoOf(visitReport(null).answers)).toBe("worker");
  expect(Object.keys(visitReport(null).answers)).toEqual(["reporter"]);
  expect(visitReport("ABCDE-FGHJK").addendumTo).toBe("ABCDE-FGHJK");
});

it("adds the names of the Connect point and the worker beside what the worker answered", () => {
  const leaflet = { kind: "choice", option: "yes" } as const;
  const report = { ...visitReport(null), answers: { session: { kind: "several", parts: { leaflet } } as const } };
  const { session } = withNames(report, point, "Amina K").answers;
  expect(session).toMatchObject({
    kind: "several",
    parts: { leaflet, point: { text: point.name }, worker: { text: "Amina K" } },
  });
});
