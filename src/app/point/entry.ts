import type { Answers } from "../../report/answer.ts";
import type { PointEntry } from "../../storage/point-log.ts";
import { chose, type Report } from "../report/report.ts";

/** What the Connect point counts of a report that was sealed here: nothing that anybody said. */
export function entryOf(report: Report, language: string, at: Date): PointEntry {
  return {
    kind: kindOf(report),
    month: at.toISOString().slice(0, 7),
    language,
    characteristics: characteristicsIn(report.answers),
    referral: chose(report, "referral", "yes") || chose(report, "wanted", "supportOnly"),
  };
}

function kindOf(report: Report): PointEntry["kind"] {
  if (chose(report, "wanted", "nothing")) return "noReport";
  if (chose(report, "wanted", "supportOnly")) return "supportOnly";
  return report.addendumTo ? "addendum" : "report";
}

function characteristicsIn({ characteristics }: Answers): readonly string[] {
  return characteristics?.kind === "choices" ? characteristics.options : [];
}
