import type { Depth } from "../../report/question.ts";
import { Group } from "../../ui/Field.tsx";
import { Options } from "../../ui/Options.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { Progress } from "./QuestionPage.tsx";
import { back, onward, type Report } from "./report.ts";
import type { Writing } from "./writing.ts";

/** Two minutes or in full. A short report can be deepened before it is sent. */
export function DepthPage({ writing, report }: { writing: Writing; report: Report }) {
  const { say } = useWords();
  const row = (depth: Depth) => ({
    value: depth,
    label: say(`report:depth.${depth}`),
    hint: say(`report:depth.${depth}Hint`),
  });
  return (
    <>
      <button type="button" class="back" onClick={() => writing.become(back(report))}>
        {say("back")}
      </button>
      <Progress section="before" answers={report.answers} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const depth = new FormData(event.currentTarget).get("depth") === "full" ? "full" : "short";
          writing.become(onward({ ...report, depth }));
        }}
      >
        <Group name="depth" words={{ label: say("report:depth.title") }} heading>
          <Options kind="radios" name="depth" rows={[row("short"), row("full")]} chosen={[report.depth]} />
        </Group>
        <button type="submit" class="govuk-button" data-continue>
          {say("continue")}
        </button>
      </form>
    </>
  );
}
