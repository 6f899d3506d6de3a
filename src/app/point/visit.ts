import type { DeviceStorage } from "../../storage/storage.ts";
import type { Worker } from "../../storage/workers.ts";
import type { ConnectPoint } from "../../wire/enrolment.ts";
import { type Draft, type Keeping, keepingIn } from "../report/keeping.ts";
import type { Report } from "../report/report.ts";
import { startWriting } from "../report/writing.ts";
import type { Visit } from "./tablet-view.ts";
import { visitReport, withNames } from "./visit-report.ts";

/** How a visitor's report is to begin. */
export interface VisitWish {
  readonly language: string;
  /** The worker's language beside it; null shows one language. */
  readonly beside: string | null;
  /** The reference of the report that this one adds to. */
  readonly addendumTo: string | null;
}

interface VisitMeans {
  readonly storage: DeviceStorage;
  readonly worker: Worker;
  readonly point: ConnectPoint;
  readonly onSealed: (id: string, report: Report) => void;
}

/** Begins a draft with a ticket and opens it. Null when the device has no room for one, or is locked. */
export async function openVisit(wish: VisitWish, means: VisitMeans): Promise<Visit | null> {
  const begun = await means.storage.drafts.begin({ worker: means.worker.id });
  if (begun.kind !== "begun") return null;
  const report = visitReport(wish.addendumTo);
  return visitOf(begun.id, { report, language: wish.language, ...(wish.beside ? { beside: wish.beside } : {}) }, means);
}

export type ResumedVisit =
  | { readonly kind: "open"; readonly visit: Visit }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "gone" };

/** Goes on with a draft that lies here. One to which nothing was saved yet begins anew. */
export async function resumedVisit(draftId: string, means: VisitMeans): Promise<ResumedVisit> {
  const { storage } = means;
  const opened = await keepingFor(storage).resume(draftId);
  if (opened.kind === "elsewhere") return opened;
  if (opened.kind !== "resumed") return { kind: "gone" };
  const visit = await visitOf(draftId, opened.draft, means);
  return visit ? { kind: "open", visit } : { kind: "gone" };
}

const keepingFor = (storage: DeviceStorage): Keeping =>
  keepingIn({ storage, inMemory: false, onSaved: () => undefined });

async function visitOf(draftId: string, draft: Draft, means: VisitMeans): Promise<Visit | null> {
  const { storage, worker, point, onSealed } = means;
  const ticket = await storage.drafts.ticketOf(draftId);
  if (!ticket) return null;
  const writing = startWriting(
    draft.language,
    {},
    {
      kind: "point",
      report: draft.report,
      beside: draft.beside ?? null,
      openKeeping: async ({ onSaved }) => {
        return { kind: "ready", keeping: keepingIn({ storage, inMemory: false, onSaved, draftId }) };
      },
      completed: (report) => withNames(report, point, worker.name),
      onSealed,
    },
  );
  writing.speech.prompting(true);
  await writing.arrivals.settled();
  return { ticket, writing, handedOver: false };
}
