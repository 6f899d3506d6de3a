import { useWords } from "../../ui/words-context.tsx";
import type { Report } from "../report/report.ts";
import { MatchedSupport } from "../support/MatchedSupport.tsx";
import { supportFor } from "../support/support-for.ts";

/** Where to turn, with a report or without one. Without one it is what helps anybody. Nothing leads away from the tablet. */
export function SupportContacts({ report = null }: { report?: Report | null }) {
  const { language } = useWords();
  return <MatchedSupport entries={supportFor(report, language.tag)} stay />;
}
