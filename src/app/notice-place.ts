/** Where a page without a script of its own says something about the app: its words lie in the HTML. */
interface NoticePlace {
  /** All that is needed is on the device. */
  ready(): void;
  /** Some of it may not be, such as a language that was just chosen. */
  notYet(): void;
  /** A new release is there. It is offered only while nothing is being written. */
  update(take: () => void): void;
}

/** What is said about the app now; said again where the page was drawn anew. */
let saying: () => void = () => undefined;

/** Marks whether a report is open on this page, so that no new release takes its place. */
export function markWriting(isWriting: boolean): void {
  if (isWriting === "writing" in document.body.dataset) return;
  if (isWriting) document.body.dataset.writing = "";
  else delete document.body.dataset.writing;
  saying();
}

/** For a page that has drawn its place for such words anew. */
export function sayAgain(): void {
  saying();
}

export function noticePlace(): NoticePlace {
  return {
    ready: () => say(() => [placeOnPage()?.dataset.ready ?? ""]),
    notYet: () => say(() => []),
    update: (take) => say(() => ("writing" in document.body.dataset ? [] : offer(take))),
  };
}

const placeOnPage = (): HTMLElement | null => document.getElementById("about-app");

function say(words: () => readonly (string | Node)[]): void {
  saying = () => {
    const place = placeOnPage();
    const fresh = document.createDocumentFragment();
    fresh.append(...words());
    if (place && place.textContent !== fresh.textContent) place.replaceChildren(fresh); // a screen reader reads it out
  };
  saying();
}

function offer(take: () => void): readonly Node[] {
  const words = placeOnPage()?.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = words?.updateNow ?? "";
  button.addEventListener("click", take, { once: true });
  const text = document.createElement("p");
  text.textContent = words?.update ?? "";
  return [text, button];
}
