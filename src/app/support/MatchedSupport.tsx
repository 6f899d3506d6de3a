import { useState } from "preact/hooks";
import type { Entry } from "../../guidance/directory.ts";
import { useWords } from "../../ui/words-context.tsx";
import { DirectoryEntry } from "./DirectoryEntry.tsx";

interface MatchedSupportProps {
  readonly entries: readonly Entry[];
  /** Something would be lost with this page: numbers can be called, but nothing leads away from here. */
  readonly stay?: boolean;
}

/** Who can help somebody with such a report. */
export function MatchedSupport({ entries, stay = false }: MatchedSupportProps) {
  const { say } = useWords();
  const [now] = useState(() => Date.now());
  return (
    <section class="panel">
      <h2 class="govuk-heading-m">{say("directory:matched.title")}</h2>
      <p>{say("directory:matched.lead")}</p>
      {entries.map((entry) => (
        <DirectoryEntry key={entry.id} entry={entry} now={now} stay={stay} />
      ))}
    </section>
  );
}
