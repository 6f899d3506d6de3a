import { useLayoutEffect, useState } from "preact/hooks";
import { dateFormat } from "../../language/date-format.ts";
import { questions } from "../../report/questions.ts";
import { type Spoken, SpokenProvider, useWords } from "../../ui/words-context.tsx";
import { markLanguage } from "../document-language.ts";
import { Frame } from "../Frame.tsx";
import { Notices } from "../report/Notices.tsx";
import { pageOf, ReportSteps, useHeadingFocus } from "../report/ReportSteps.tsx";
import { back, chose, type Report } from "../report/report.ts";
import { useView } from "../view.ts";
import { HandBackPage } from "./HandBackPage.tsx";
import { NoReportPage } from "./NoReportPage.tsx";
import type { Tablet } from "./tablet.ts";
import type { Visit } from "./tablet-view.ts";

interface VisitPageProps {
  readonly tablet: Tablet;
  readonly visit: Visit;
  /** The worker's language. */
  readonly workers: Spoken;
}

/** A visitor's report on the tablet, in the visitor's language and the worker's, or in the visitor's hands alone. */
export function VisitPage({ tablet, visit, workers }: VisitPageProps) {
  const { writing, handedOver } = visit;
  const { screen, speech } = writing;
  const view = useView(screen);
  useHeadingFocus(pageOf(view));
  const { language } = speech.spoken();
  useLayoutEffect(() => markLanguage(language), [language]);
  const workersBar = (
    <SpokenProvider spoken={workers}>
      <div lang={workers.language.tag} dir={workers.language.direction}>
        <WorkersBar tablet={tablet} visit={visit} />
      </div>
    </SpokenProvider>
  );
  return (
    <SpokenProvider spoken={speech.spoken()}>
      <Frame
        page="point"
        draft={speech.isDraft()}
        onLanguage={(tag) => void writing.speak(tag)}
        onEmergency={() => writing.showEmergency()}
      >
        {view.kind !== "sealing" && (handedOver ? <VisitorsBar tablet={tablet} /> : workersBar)}
        <Notices notice={screen.notice()} />
        <ReportSteps writing={writing} instead={insteadOf} />
      </Frame>
    </SpokenProvider>
  );

  /** What the visitor has no part in, and what needs no report. */
  function insteadOf(report: Report) {
    const { step } = report;
    const isWorkersPart =
      step.kind === "question" && questions.some(({ id, forWorker }) => id === step.id && forWorker);
    if (chose(report, "wanted", "nothing") && step.kind === "check") {
      return handedOver ? handBack(report) : <NoReportPage tablet={tablet} visit={visit} />;
    }
    if (handedOver && (isWorkersPart || step.kind === "check")) return handBack(report);
    return null;
  }
  function handBack(report: Report) {
    return <HandBackPage onLock={() => void tablet.lock()} onBack={() => writing.become(back(report))} />;
  }
}

/** Tells the visitor that nothing else is open, and lets them cover it. */
function VisitorsBar({ tablet }: { tablet: Tablet }) {
  const { say } = useWords();
  return (
    <div class="visit-bar">
      <p>{say("point:visit.yours")}</p>
      <button type="button" class="link-button" onClick={() => void tablet.lock()}>
        {say("point:visit.lock")}
      </button>
    </div>
  );
}

/** What a worker can do with the report as a whole, in the worker's language. */
function WorkersBar({ tablet, visit }: { tablet: Tablet; visit: Visit }) {
  const { t, language } = useWords();
  const { writing, ticket } = visit;
  const { language: visitors, beside } = writing.speech.spoken();
  const [refused, setRefused] = useState(false);
  const time = dateFormat(language.tag, { timeStyle: "short", timeZone: "Europe/London" }).format(ticket.startedAt);
  return (
    <section class="visit-bar" aria-label={t("point:visit.label")}>
      <p>
        <b>{t("point:visit.ticket", { number: ticket.number, time })}</b>
      </p>
      <div class="visit-bar__deeds">
        <button
          type="button"
          class="link-button"
          onClick={() => void tablet.handOver().then((done) => setRefused(!done))}
        >
          {t("point:visit.handOver")}
        </button>
        <button type="button" class="link-button" onClick={() => void tablet.pause()}>
          {t("point:visit.pause")}
        </button>
        <button type="button" class="link-button" onClick={() => void tablet.lock()}>
          {t("point:visit.lock")}
        </button>
        {visitors.tag !== "en-GB" && (
          <button
            type="button"
            class="link-button"
            aria-pressed={beside !== undefined}
            onClick={() => void writing.speakBeside(beside ? null : "en-GB")}
          >
            {t("point:visit.beside")}
          </button>
        )}
      </div>
      {refused && (
        <p role="alert" class="govuk-error-message">
          {t("point:visit.notHandedOver")}
        </p>
      )}
    </section>
  );
}
