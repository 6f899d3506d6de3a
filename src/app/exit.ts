const leaving = new Set<() => void>();
const shiftsToLeave = 3;
const shiftsWithinMs = 5_000;

/** Runs before the screen is left: drop keys, never wait. */
export function beforeLeaving(deed: () => void): () => void {
  leaving.add(deed);
  return () => leaving.delete(deed);
}

/**
 * Hides the screen at once and puts a neutral page in the place of this one, so that Back does not lead here.
 * The neutral page is kept on the device and needs no network. The pattern is GOV.UK's "Exit this page".
 */
function leave(): void {
  cover();
  for (const deed of leaving) deed();
  location.replace("/away/");
}

/** Lays an empty sheet over everything, and takes the words off the page beneath it. */
function cover(): void {
  const sheet = document.createElement("div");
  sheet.className = "cover";
  document.body.append(sheet);
  document.getElementById("app")?.remove();
}

/** Leaves on a touch of any "Exit this page", and when Shift alone is pressed three times. */
export function watchForExit(): void {
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-exit]")) {
      event.preventDefault();
      leave();
    }
  });
  watchShift();
}

function watchShift(): void {
  let presses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let alone = false;
  const restart = (words?: string) => {
    clearTimeout(timer);
    presses = 0;
    if (words) say(words);
  };
  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.repeat;
    if (event.key !== "Shift") restart();
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses += 1;
    if (presses >= shiftsToLeave) return leave();
    say(presses === 1 ? "twoMore" : "oneMore");
    clearTimeout(timer);
    timer = setTimeout(() => restart("tooLong"), shiftsWithinMs);
  });
}

/** Speaks to a screen reader. The words lie on the exit link, because no other script may have arrived yet. */
function say(which: string): void {
  const link = document.querySelector<HTMLElement>(".bar__exit");
  const words = link?.dataset[which];
  if (!link || !words) return;
  let region = document.getElementById("exit-said");
  if (!region) {
    region = document.createElement("span");
    region.id = "exit-said";
    region.className = "unseen";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = words;
}
