import "../rest.scss";
import { CheckPage } from "./CheckPage.tsx";
import { DepthPage } from "./DepthPage.tsx";
import { guard } from "./guard.ts";
import { LockPage } from "./LockPage.tsx";
import { OtherFields } from "./OtherFields.tsx";
import { OverPage } from "./OverPage.tsx";
import { PassphrasePage } from "./PassphrasePage.tsx";
import { problemsIn } from "./problems-in.ts";
import type { Report } from "./report.ts";
import { SealingPage } from "./SealingPage.tsx";
import { SentPage } from "./SentPage.tsx";
import type { View } from "./screen.ts";
import type { Writing } from "./writing.ts";

/** The pages between and after the questions. */
function StepBetween({ writing, report }: { writing: Writing; report: Report }) {
  switch (report.step.kind) {
    case "passphrase":
      return <PassphrasePage writing={writing} report={report} />;
    case "depth":
      return <DepthPage writing={writing} report={report} />;
    case "question": // one that this release does not know any more
    case "check":
      return <CheckPage writing={writing} report={report} />;
  }
}

/** The pages where nothing is being written: covered, closed, on its way into its envelope, or put away. */
function AfterWriting({ writing, view }: { writing: Writing; view: Exclude<View, { kind: "step" | "emergency" }> }) {
  switch (view.kind) {
    case "locked":
      return <LockPage writing={writing} draftId={view.draftId} kept={view.kept} />;
    case "over":
      return <OverPage />;
    case "sealing":
      return <SealingPage organisation={view.organisation} place={view.place} of={view.of} />;
    case "sent":
      return <SentPage writing={writing} id={view.id} advice={view.advice} support={view.support} />;
  }
}

/** What a report needs after its first questions. It is fetched while the person reads them. */
export const laterParts = { StepBetween, AfterWriting, OtherFields, guard, problemsIn };
