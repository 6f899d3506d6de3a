import { adviceFor } from "../../guidance/advice.ts";
import { chosenBy } from "../../report/chosen.ts";
import { onPath } from "../../report/path.ts";
import { persistence } from "../../storage/persistence.ts";
import { deliverNow } from "../deliver-now.ts";
import { supportFor } from "../support/support-for.ts";
import { type Refused, refusedInWords } from "./refused.ts";
import type { Report } from "./report.ts";
import type { Faults } from "./screen.ts";
import type { Writing } from "./writing.ts";

/**
 * Seals the report and puts it away, then lets it be delivered. Never waits for the network. If anything stands in the
 * way the person is back at *check your answers* with the reason, and every answer is still there.
 */
export async function sendReport(writing: Writing, report: Report): Promise<void> {
  if (writing.screen.view().kind === "sealing") return; // a second tap
  writing.screen.show({ kind: "sealing", report, organisation: "", place: 0, of: 1 });
  const outcome = await attempt(writing, report);
  if (typeof outcome === "string") {
    writing.arrivals.keeping()?.letGo();
    if (writing.site.kind === "point") writing.site.onSealed(outcome, report);
    else {
      const support = supportFor(report, writing.speech.language());
      writing.screen.show({ kind: "sent", id: outcome, advice: adviceOn(report), support });
    }
    deliverNow();
    void persistence(true); // asked for now that something on this device is worth keeping
    return;
  }
  const faults: Faults = new Map([["check", ({ t }) => refusedInWords(outcome, t)]]);
  const rescued = outcome.kind === "full" ? outcome.letters : [];
  writing.screen.show({ kind: "step", report: { ...report, step: { kind: "check" } } }, faults, rescued);
}

const adviceOn = ({ answers, depth }: Report) => adviceFor(chosenBy(onPath(answers, depth)));

/** The id under which the report was sealed, or why it was not. */
async function attempt(writing: Writing, report: Report): Promise<string | Refused> {
  const keeping = writing.arrivals.keeping();
  if (!keeping) return { kind: "program" };
  const beside = writing.speech.spoken().beside?.language.tag;
  keeping.changed(() => ({ report, language: writing.speech.language(), ...(beside ? { beside } : {}) }));
  const saved = await keeping.flush();
  const draftId = keeping.draftId();
  if (!draftId && saved?.kind !== "full") return { kind: "other" };
  const submission = await keeping.submission();
  if (!submission) return { kind: "other" };
  const program = await import("./seal-report.ts").catch(() => null); // not on this device and no network
  if (!program) return { kind: "program" };
  const { site } = writing;
  const outcome = await program.sealReport(
    { report: site.kind === "point" ? site.completed(report) : report, language: writing.speech.language() },
    {
      fromPoint: site.kind === "point",
      outbox: keeping.storage.outbox,
      draftId,
      submission,
      now: () => new Date(),
      onOrganisation: (organisation, place, of) =>
        writing.screen.show({ kind: "sealing", report, organisation, place, of }),
    },
  );
  return outcome.kind === "sealed" ? outcome.id : outcome;
}
