import type { ConnectPoint } from "../../wire/enrolment.ts";
import { newReport, type Report } from "../report/report.ts";

/** A visitor's report as it begins here: a worker fills it in, so nobody is asked who does. */
export function visitReport(addendumTo: string | null): Report {
  return {
    ...newReport,
    answers: { reporter: { kind: "choice", option: "worker" } },
    ...(addendumTo ? { addendumTo } : {}),
  };
}

/** The report with the names that its readers ask for and nobody should have to type: of the Connect point and the worker. */
export function withNames(report: Report, point: ConnectPoint, worker: string): Report {
  const session = report.answers["session"];
  const given = session?.kind === "several" ? session.parts : {};
  const name = (text: string) => ({ kind: "text", text, language: "en-GB" }) as const;
  const parts = { ...given, point: name(point.name), worker: name(worker) };
  return { ...report, answers: { ...report.answers, session: { kind: "several", parts } } };
}
