import type { Enrolment } from "../../storage/point.ts";
import type { PointEntry } from "../../storage/point-log.ts";
import type { DeviceStorage } from "../../storage/storage.ts";
import type { Worker } from "../../storage/workers.ts";
import { usualSettings } from "../../wire/enrolment.ts";
import { beforeLeaving } from "../exit.ts";
import { markWriting } from "../notice-place.ts";
import { lockWhenIdle } from "../report/idle-lock.ts";
import { entryOf } from "./entry.ts";
import type { TabletView } from "./tablet-view.ts";
import { openVisit, resumedVisit, type VisitWish } from "./visit.ts";

/** The Connect point's tablet in this window: who is signed in, what is shown, and when it is locked. */
export interface Tablet {
  readonly storage: DeviceStorage;
  view(): TabletView;
  show(view: TabletView): void;
  /** Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Sealed reports that were here and are gone. */
  missing(): number;
  /** A worker has read that. */
  missingSeen(): void;
  /** Null until the tablet is enrolled. */
  enrolment(): Enrolment | null;
  /** What a contact with the endpoint taught, or a new enrolment. */
  enrolmentChanged(): Promise<void>;
  /** The worker who is signed in. */
  worker(): Worker | null;
  /** Somebody's passphrase or passkey was right: a PIN for the day comes next. */
  signedIn(worker: Worker): void;
  /** The PIN was right, or has just been chosen: on with what lay open. */
  uncovered(): Promise<void>;
  /** Drops every key at once and covers the screen. The PIN opens it again, as long as one was chosen. */
  cover(): void;
  /** As `cover`, on somebody's word: what was typed last is kept first, if that takes no longer than an eye would notice. */
  lock(): Promise<void>;
  /** The day is over for this worker: the next one needs a passphrase. */
  signOut(): void;
  /** Begins a visitor's report with nothing of the last one. False when it could not be begun. */
  beginVisit(wish: VisitWish): Promise<boolean>;
  resumeVisit(draftId: string): Promise<"open" | "elsewhere" | "gone">;
  /** Gives the visitor this report and nothing else. */
  handOver(): Promise<boolean>;
  /** Keeps the report for later and goes home. */
  pause(): Promise<void>;
  /** The visitor wants no report: counts that, and lets what was asked go. */
  endWithoutReport(): Promise<void>;
  /** Home, or the lock where it closed meanwhile; what was on the screen is no more. */
  goHome(): Promise<void>;
}

const longestLastSaveMs = 80;

/** However often it was opened by PIN meanwhile, the passphrase is asked again after so long. */
const shiftMs = 12 * 60 * 60_000;

export async function startTablet(storage: DeviceStorage, missed: number, now: () => number): Promise<Tablet> {
  const listeners = new Set<() => void>();
  const { workers, drafts, log, point } = storage;
  let missing = missed;
  let enrolment = await point.enrolment();
  let view: TabletView = await firstView();
  let worker: Worker | null = null;
  let signedInAt = 0;
  let uncounted: readonly PointEntry[] = [];

  async function firstView(): Promise<TabletView> {
    if (!enrolment) return { kind: "enrol" };
    return (await workers.list()).length === 0 ? { kind: "newWorker" } : { kind: "signIn" };
  }
  function show(next: TabletView): void {
    view = next;
    markWriting(view.kind === "visit" || (view.kind === "covered" && view.visit !== null));
    for (const listener of listeners) listener();
  }
  /** What is being written at this moment; its keys are still there. */
  function leaveVisit(): string | null {
    if (view.kind !== "visit") return view.kind === "covered" ? view.visit : null;
    view.visit.writing.arrivals.keeping()?.letGo();
    drafts.letGo(view.visit.ticket.id);
    return view.visit.ticket.id;
  }
  function isSealing(): boolean {
    return view.kind === "visit" && view.visit.writing.screen.view().kind === "sealing";
  }
  function covered(): void {
    if (isSealing()) return; // what is being sealed needs no key, and nothing of it is on the screen
    const open = leaveVisit();
    if (worker === null) return;
    show(workers.pinArmed() && now() - signedInAt < shiftMs ? { kind: "covered", visit: open } : { kind: "signIn" });
  }
  async function count(entry: PointEntry | null): Promise<void> {
    const all = entry ? [...uncounted, entry] : uncounted;
    uncounted = [];
    for (const each of all) if (!(await log.add(each))) uncounted = [...uncounted, each]; // locked: with the next PIN
  }

  const tablet: Tablet = {
    storage,
    view: () => view,
    show,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    missing: () => missing,
    missingSeen() {
      storage.acknowledgeMissing();
      missing = 0;
      show(view);
    },
    enrolment: () => enrolment,
    async enrolmentChanged() {
      enrolment = await point.enrolment();
      if (view.kind === "enrol" && enrolment) {
        const isNew = (await workers.list()).length === 0;
        show(isNew ? { kind: "newWorker" } : worker ? { kind: "home" } : { kind: "signIn" });
      } else show(view);
    },
    worker: () => worker,
    signedIn(next) {
      worker = next;
      signedInAt = now();
      show({ kind: "choosePin" });
    },
    async uncovered() {
      const open = view.kind === "covered" ? view.visit : null;
      await count(null);
      if (open === null || (await tablet.resumeVisit(open)) !== "open") show({ kind: "home" });
    },
    cover() {
      workers.cover();
      covered();
    },
    async lock() {
      const visit = view.kind === "visit" ? view.visit : null;
      const saved = visit?.writing.arrivals.keeping()?.flush();
      await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, longestLastSaveMs))]);
      tablet.cover();
    },
    signOut() {
      leaveVisit();
      workers.signOut();
      worker = null;
      show({ kind: "signIn" });
    },
    async beginVisit(wish) {
      if (!worker || !enrolment) return false;
      const visit = await openVisit(wish, { storage, worker, point: enrolment.point, onSealed: sealed });
      if (visit) show({ kind: "visit", visit });
      return visit !== null;
    },
    async resumeVisit(draftId) {
      if (!worker || !enrolment) return "gone";
      const outcome = await resumedVisit(draftId, { storage, worker, point: enrolment.point, onSealed: sealed });
      if (outcome.kind !== "open") return outcome.kind;
      show({ kind: "visit", visit: outcome.visit });
      return "open";
    },
    async handOver() {
      if (view.kind !== "visit" || !workers.pinArmed()) return false;
      const { visit } = view;
      const { writing, ticket } = visit;
      await writing.arrivals.keeping()?.flush();
      if (!(await workers.handOver(ticket.id))) return false;
      writing.speech.prompting(false);
      show({ kind: "visit", visit: { ...visit, handedOver: true } });
      return true;
    },
    async pause() {
      if (view.kind !== "visit") return;
      await view.visit.writing.arrivals.keeping()?.flush();
      leaveVisit();
      show({ kind: "home" });
    },
    async endWithoutReport() {
      if (view.kind !== "visit") return;
      const { writing, ticket } = view.visit;
      const report = writing.screen.report();
      if (report) await count(entryOf(report, writing.speech.language(), new Date(now())));
      leaveVisit();
      await drafts.discard(ticket.id);
      show({ kind: "home" });
    },
    async goHome() {
      if (worker && (await storage.vault.state()).kind === "unlocked") show({ kind: "home" });
      else show(workers.pinArmed() ? { kind: "covered", visit: null } : { kind: "signIn" });
    },
  };

  function learnt(now: Enrolment | null): void {
    if (now?.revoked === enrolment?.revoked) return;
    enrolment = now;
    show(view);
  }
  function sealed(id: string, report: Parameters<typeof entryOf>[0]): void {
    if (view.kind !== "visit") return;
    const { speech } = view.visit.writing;
    void count(entryOf(report, speech.language(), new Date(now())));
    show({ kind: "finished", id, spoken: speech.spoken() });
  }

  // A report that was refused teaches that the tablet was revoked.
  storage.outbox.changes(() => void point.enrolment().then(learnt));
  workers.onCovered(covered); // another window of this tablet was locked, and its keys are gone here as well
  lockWhenIdle(
    () => tablet.cover(),
    () => void (view.kind === "visit" && view.visit.writing.arrivals.keeping()?.flush()),
    () => (enrolment?.point.settings ?? usualSettings).idleMinutes * 60_000,
  );
  beforeLeaving(() => tablet.cover());
  return tablet;
}
