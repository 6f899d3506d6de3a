import { SpokenProvider } from "../../ui/words-context.tsx";
import { Frame } from "../Frame.tsx";
import { useView } from "../view.ts";
import { Notices } from "./Notices.tsx";
import { pageOf, ReportSteps, useHeadingFocus } from "./ReportSteps.tsx";
import type { Writing } from "./writing.ts";

/** The whole of a report on one page of the browser: which step is shown, and what the person does to it. */
export function ReportApp({ writing }: { writing: Writing }) {
  const { screen, speech } = writing;
  const view = useView(screen);
  useHeadingFocus(pageOf(view));
  return (
    <SpokenProvider spoken={speech.spoken()}>
      <Frame
        page="report"
        draft={speech.isDraft()}
        onLanguage={(tag) => void writing.speak(tag)}
        onEmergency={() => writing.showEmergency()}
      >
        <Notices notice={screen.notice()} />
        <ReportSteps writing={writing} />
      </Frame>
    </SpokenProvider>
  );
}
