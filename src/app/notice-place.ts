/** Where a page without a script of its own says something about the app: its words lie in the HTML. */
interface NoticePlace {
  /** All that is needed is on the device. */
  ready(): void;
  /** A new release is there. It is offered only while nothing is being written. */
  update(take: () => void): void;
}

const writingEnded = "connect:writing-ended";

/** Marks whether a report is open on this page, so that no new release takes its place. */
export function markWriting(isWriting: boolean): void {
  if (isWriting === "writing" in document.body.dataset) return;
  if (isWriting) document.body.dataset.writing = "";
  else {
    delete document.body.dataset.writing;
    dispatchEvent(new Event(writingEnded));
  }
}

export function noticePlace(): NoticePlace {
  const place = document.getElementById("about-app");
  const say = (...parts: (string | Node)[]) => place?.replaceChildren(...parts);
  return {
    ready: () => say(place?.dataset.ready ?? ""),
    update(take) {
      if ("writing" in document.body.dataset) {
        addEventListener(writingEnded, () => noticePlace().update(take), { once: true });
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "govuk-button govuk-button--secondary";
      button.textContent = place?.dataset.updateNow ?? "";
      button.addEventListener("click", take, { once: true });
      const text = document.createElement("p");
      text.textContent = place?.dataset.update ?? "";
      say(text, button);
    },
  };
}
