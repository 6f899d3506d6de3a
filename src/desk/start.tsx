import { organisations } from "virtual:deployment";
import { render } from "preact";
import desk from "../../locales/en-GB/desk.json";
import ui from "../../locales/en-GB/interface.json";
import questions from "../../locales/en-GB/questions.json";
import { languageOf } from "../language/languages.ts";
import { wordsIn } from "../language/words.ts";
import { SpokenProvider } from "../ui/words-context.tsx";
import { DeskPage } from "./DeskPage.tsx";
import { putUp } from "./desk.ts";
import { download } from "./download.ts";
import { letterboxOver } from "./letterbox.ts";
import type { Desk } from "./lock.ts";
import { rememberedIn } from "./remembered-identity.ts";
import type { Room } from "./room.ts";
import { scriptAddress } from "./trusted.ts";
import { unlockIn } from "./unlocking.ts";
import workerAddress from "./unlocking-worker.ts?worker&url";

const root = document.getElementById("desk");
if (!root) throw new Error("desk.html has no place for the desk");

const { t, has } = wordsIn("en-GB", { desk, interface: ui, questions });
const spoken = { t, has, language: languageOf("en-GB") };
const remembered = rememberedIn(localStorage);
const room: Room = {
  remembered,
  organisationName: (id) => organisations.find((organisation) => organisation.id === id)?.name ?? id,
  save: download,
  print: () => window.print(),
};

const answerWithinMs = 60_000;
const acts = putUp({
  letterbox: letterboxOver((path, init) => fetch(path, { ...init, signal: AbortSignal.timeout(answerWithinMs) })),
  remembered,
  unlock: unlockIn(() => new Worker(scriptAddress(workerAddress), { type: "module" })),
  now: Date.now,
  show,
});

/** Draws at once, so that a lock is on the screen before the browser does anything else. */
function show(state: Desk): void {
  document.title = t(`desk:title.${state.kind}`);
  render(
    <SpokenProvider spoken={spoken}>
      <DeskPage desk={state} acts={acts} room={room} />
    </SpokenProvider>,
    root as HTMLElement,
  );
}

for (const use of ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "touchstart"]) {
  addEventListener(use, acts.touched, { capture: true, passive: true });
}
addEventListener("pagehide", () => acts.lock("left"));
addEventListener("pageshow", (event) => event.persisted && void acts.begin()); // back from the cache: is the session alive?
document.addEventListener("visibilitychange", () => acts.tick());
setInterval(acts.tick, 5_000);
setInterval(() => void (document.visibilityState === "visible" && acts.look()), 60_000);

show({ kind: "starting" });
void acts.begin();
