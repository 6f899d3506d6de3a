import { directory } from "virtual:deployment/directory";
import { type Entry, matching, mostShown } from "../../guidance/directory.ts";
import { situationOf } from "../../guidance/situation.ts";
import { chosenBy } from "../../report/chosen.ts";
import { onPath } from "../../report/path.ts";
import { today } from "../report/problems-in.ts";
import type { Report } from "../report/report.ts";

/** Who can help somebody with this report, who reads this language; anybody, where there is no report. */
export function supportFor(report: Report | null, language: string): readonly Entry[] {
  const chosen = report ? chosenBy(onPath(report.answers, report.depth)) : {};
  return matching(directory, situationOf(chosen, language), today()).slice(0, mostShown);
}
