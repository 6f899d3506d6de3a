import { hydrate } from "preact";
import { pressedEarly } from "./FirstQuestion.tsx";
import { ReportApp } from "./ReportApp.tsx";
import { startWriting } from "./writing.ts";

/**
 * Takes over the first question from the HTML, with whatever was answered or pressed before the script arrived. Resolves
 * when all that writing needs has come, or has failed to.
 */
export async function openReport(): Promise<void> {
  const app = document.getElementById("app");
  const words = document.getElementById("words")?.textContent;
  if (!app || !words) return;
  const writing = startWriting(document.documentElement.lang, JSON.parse(words));
  hydrate(<ReportApp writing={writing} />, app);
  adoptEarlyAnswer(app, () => writing);
  await writing.arrivals.settled();
}

function adoptEarlyAnswer(app: HTMLElement, writing: () => ReturnType<typeof startWriting>): void {
  const form = app.querySelector("form");
  if (form?.querySelector(":checked")) writing().typed();
  if (location.hash !== pressedEarly) return;
  history.replaceState(null, "", location.pathname);
  if (form) writing().answer(form);
}
