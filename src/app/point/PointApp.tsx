import { contacts } from "virtual:deployment";
import { useLayoutEffect } from "preact/hooks";
import { type Spoken, SpokenProvider } from "../../ui/words-context.tsx";
import { markLanguage } from "../document-language.ts";
import { Frame } from "../Frame.tsx";
import { sayAgain } from "../notice-place.ts";
import { EmergencyPage } from "../pages/EmergencyPage.tsx";
import { useHeadingFocus } from "../report/ReportSteps.tsx";
import { useView } from "../view.ts";
import { ChoosePinPage } from "./ChoosePinPage.tsx";
import { CoveredPage } from "./CoveredPage.tsx";
import { EnrolPage } from "./EnrolPage.tsx";
import { FinishedPage } from "./FinishedPage.tsx";
import { ForgottenPage } from "./ForgottenPage.tsx";
import { HomePage } from "./HomePage.tsx";
import { LogPage } from "./LogPage.tsx";
import { NewWorkerPage } from "./NewWorkerPage.tsx";
import { SignInPage } from "./SignInPage.tsx";
import type { Tablet } from "./tablet.ts";
import type { TabletView } from "./tablet-view.ts";
import { UnavailablePage } from "./UnavailablePage.tsx";
import { VisitPage } from "./VisitPage.tsx";
import { VisitStartPage } from "./VisitStartPage.tsx";
import { WorkersPage } from "./WorkersPage.tsx";

interface PointAppProps {
  readonly tablet: Tablet;
  /** The worker's language. */
  readonly spoken: Spoken;
  readonly draft: boolean;
}

/** The tablet: the workers' pages in the workers' language, and a visitor's report in the visitor's. */
export function PointApp({ tablet, spoken, draft }: PointAppProps) {
  const view = useView(tablet);
  useHeadingFocus(view.kind);
  useLayoutEffect(() => {
    if (view.kind !== "visit") markLanguage(view.kind === "finished" ? view.spoken.language : spoken.language);
  }, [view, spoken]);
  useLayoutEffect(sayAgain, [view.kind]);
  if (view.kind === "visit") return <VisitPage tablet={tablet} visit={view.visit} workers={spoken} />;
  if (view.kind === "finished") {
    return (
      <SpokenProvider spoken={view.spoken}>
        <Frame page="point">
          <FinishedPage tablet={tablet} id={view.id} />
        </Frame>
      </SpokenProvider>
    );
  }
  const help = () => view.kind !== "emergency" && tablet.show({ kind: "emergency", back: view });
  return (
    <SpokenProvider spoken={spoken}>
      <Frame page="point" draft={draft} onEmergency={help}>
        <Page tablet={tablet} view={view} />
      </Frame>
    </SpokenProvider>
  );
}

function Page({ tablet, view }: { tablet: Tablet; view: Exclude<TabletView, { kind: "visit" | "finished" }> }) {
  switch (view.kind) {
    case "unavailable":
      return <UnavailablePage because={view.because} />;
    case "enrol":
      return <EnrolPage tablet={tablet} />;
    case "signIn":
      return <SignInPage tablet={tablet} />;
    case "forgotten":
      return <ForgottenPage tablet={tablet} />;
    case "newWorker":
      return <NewWorkerPage tablet={tablet} />;
    case "choosePin":
      return <ChoosePinPage tablet={tablet} />;
    case "covered":
      return <CoveredPage tablet={tablet} />;
    case "home":
      return <HomePage tablet={tablet} />;
    case "workers":
      return <WorkersPage tablet={tablet} />;
    case "log":
      return <LogPage tablet={tablet} />;
    case "emergency":
      return <EmergencyPage contacts={contacts} onBack={() => tablet.show(view.back)} />;
    case "visitStart":
      return <VisitStartPage tablet={tablet} isAddendum={view.isAddendum} />;
  }
}
