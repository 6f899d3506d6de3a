import type { Catalogue } from "../../language/words.ts";
import { answerFrom } from "../../report/form.ts";
import { questions } from "../../report/questions.ts";
import type { SaveOutcome } from "../../storage/drafts.ts";
import { markLanguage } from "../document-language.ts";
import { beforeLeaving } from "../exit.ts";
import { addressOf } from "../Frame.tsx";
import { type Arrivals, arrivals } from "./arrivals.ts";
import { entriesIn } from "./entries.ts";
import type { Draft, KeepingOutcome } from "./keeping.ts";
import type { Notice } from "./Notices.tsx";
import { answered, back, chose, onward, type Report } from "./report.ts";
import { newScreen, type Screen } from "./screen.ts";
import { ownDevice, type Site } from "./site.ts";
import { type Speech, speechIn } from "./speech.ts";

/** The writing of one report in this window: what the person does to it, what is shown, and where it is kept. */
export interface Writing {
  readonly site: Site;
  readonly screen: Screen;
  readonly speech: Speech;
  readonly arrivals: Arrivals;
  /** Something was typed or ticked: it is kept soon. */
  typed(): void;
  /** Takes the answer from the form and goes on, unless something in it needs another look. */
  answer(form: HTMLFormElement): void;
  /** Replaces the report, such as with another step, and keeps it. */
  become(report: Report): void;
  /** Goes on with what the device kept, in the language it was written in. */
  resume(draft: Draft): void;
  back(): void;
  showEmergency(): void;
  closeEmergency(): void;
  /** Speaks another language from here on. What was typed stays, marked as the language it was typed in. */
  speak(tag: string): Promise<void>;
  /** Covers the answers and drops the keys, at once. What was not kept can still be opened in this tab. */
  lock(): void;
  /** Shows another second language, or none. */
  speakBeside(tag: string | null): Promise<void>;
}

export function startWriting(language: string, firstWords: Catalogue, site: Site = ownDevice): Writing {
  const screen = newScreen(site.report);
  const speech = speechIn(language, firstWords);
  let isGuarded = false;
  const parts = arrivals({
    learn: async () => {
      await speech.speak(speech.language());
      if (site.kind === "point") await speech.speakBeside(site.beside);
    },
    ...(site.kind === "point" ? { openKeeping: site.openKeeping } : {}),
    onArrival: arrived,
    onSaved: (outcome) => {
      const isOpen = screen.view().kind === "step";
      screen.say(
        isOpen && outcome.kind === "locked" ? "failed" : noticeOf(outcome, parts.keeping()?.inMemory ?? false),
      );
    },
    onOpened: opened,
  });

  function arrived(): void {
    const later = parts.later();
    if (later && !isGuarded && site.kind === "ownDevice") later.guard(writing);
    isGuarded = later !== null;
    screen.redraw();
  }
  async function opened(outcome: KeepingOutcome): Promise<void> {
    if (outcome.kind !== "ready") return screen.say(outcome.kind);
    if (site.kind === "point") return keep();
    if (outcome.keeping.inMemory) screen.say("memory");
    const unfinished = await outcome.keeping.unfinished();
    if (unfinished.kind !== "none") {
      const kept = unfinished.kind === "locked" || unfinished.kept;
      screen.show({ kind: "locked", draftId: unfinished.id, kept });
    } else if (screen.report()?.seen.length) keep();
  }

  /** The report with what stands in the form at this moment; the step stays where it is. */
  function withForm(report: Report): Report {
    const form = document.querySelector<HTMLFormElement>("form[data-q]");
    if (!form || screen.view().kind !== "step") return report;
    return { ...withAnswer(report, form, speech.language()), seen: report.seen };
  }
  function keep(): void {
    const beside = speech.spoken().beside?.language.tag;
    parts.keeping()?.changed(() => ({
      report: withForm(screen.report() ?? site.report),
      language: speech.language(),
      ...(beside ? { beside } : {}),
    }));
  }

  const writing: Writing = {
    site,
    screen,
    speech,
    arrivals: parts,
    typed: keep,
    answer(form) {
      const report = screen.report();
      if (!report) return;
      const next = withAnswer(report, form, speech.language());
      const faults = parts.later()?.problemsIn(next, form.dataset["q"] ?? "") ?? new Map();
      if (faults.size > 0) screen.show({ kind: "step", report: { ...next, seen: report.seen } }, faults);
      else screen.show({ kind: "step", report: onward(next) });
      if (chose(report, "keepDraft", "keep") && !chose(next, "keepDraft", "keep")) void parts.keeping()?.endKeeping();
      keep();
    },
    become(report) {
      screen.show({ kind: "step", report });
      keep();
    },
    resume(draft) {
      screen.show({ kind: "step", report: draft.report });
      if (draft.language !== speech.language()) void writing.speak(draft.language);
    },
    back() {
      const report = screen.report();
      if (report) writing.become(back(withForm(report)));
    },
    showEmergency() {
      const view = screen.view();
      if (view.kind === "step") screen.show({ kind: "emergency", report: withForm(view.report) });
      else if (view.kind !== "emergency" && site.kind === "ownDevice") {
        location.assign(addressOf("emergency", speech.language()));
      }
    },
    closeEmergency() {
      const view = screen.view();
      if (view.kind === "emergency") screen.show({ kind: "step", report: view.report });
    },
    async speak(tag) {
      const before = screen.view();
      const view = before.kind === "step" ? { ...before, report: withForm(before.report) } : before;
      try {
        await speech.speak(tag);
      } catch {
        if (site.kind === "ownDevice") location.assign(addressOf("report", tag)); // not on this device: its own page says so
        return;
      }
      const { language: spoken } = speech.spoken();
      markLanguage(spoken);
      if (site.kind === "ownDevice") history.replaceState(null, "", addressOf("report", spoken.tag));
      screen.show(screen.view() === before ? view : screen.view());
      keep();
    },
    async speakBeside(tag) {
      await speech.speakBeside(tag).catch(() => undefined); // not on this device: the page stays as it is
      screen.redraw();
      keep();
    },
    lock() {
      const keeping = parts.keeping();
      const { kind } = screen.view();
      if (!keeping || kind === "locked" || kind === "over" || kind === "sent") return;
      const draftId = keeping.draftId();
      keeping.storage.vault.lock();
      keeping.letGo();
      if (kind === "sealing") return; // what is being sealed needs no key; the page says when it is done
      screen.show(draftId ? { kind: "locked", draftId, kept: null } : { kind: "over" });
      if (draftId) void keeping.unfinished().then(() => opened({ kind: "ready", keeping }));
    },
  };

  if (site.kind === "ownDevice") {
    beforeLeaving(() => {
      parts.keeping()?.storage.vault.end();
      parts.keeping()?.letGo();
      screen.show({ kind: "over" });
    });
  }
  void parts.fetch();
  return writing;
}

/** The report with what the form answers. A form that speaks another language than the page says so itself. */
function withAnswer(report: Report, form: HTMLFormElement, language: string): Report {
  const question = questions.find((each) => each.id === form.dataset["q"]);
  if (!question) return report;
  const value = answerFrom(question, entriesIn(form), form.lang || language, report.answers[question.id]);
  return answered(report, question.id, value);
}

function noticeOf(outcome: SaveOutcome, inMemory: boolean): Notice | null {
  switch (outcome.kind) {
    case "saved":
      return inMemory ? "memory" : null;
    case "locked":
    case "gone":
      return null;
    case "elsewhere":
    case "full":
    case "failed":
      return outcome.kind;
  }
}
