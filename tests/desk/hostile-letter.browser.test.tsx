import { screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import type { Answers } from "../../src/report/answer.ts";
import { type KeyPair, organisationKeys } from "../sealing/keys.ts";
import { FakeLetterbox, session } from "./fake-letterbox.ts";
import { arrived, letterOf, submissionOf } from "./letters.ts";
import { type Seat, seat } from "./seated.tsx";

let keys: readonly [KeyPair, KeyPair];
let desk: Seat;
const submission = submissionOf(1);

beforeEach(async () => {
  await page.viewport(1280, 900);
  keys = await organisationKeys();
});

afterEach(() => desk.leave());

async function read(answers: Answers, language = "en-GB"): Promise<HTMLElement> {
  const box = new FakeLetterbox();
  box.recipients = keys.map(({ recipient }) => recipient);
  box.letterboxed.push(await arrived(submission, 1, JSON.stringify(letterOf({ submission, answers, language })), keys));
  desk = seat(box, keys[0]);
  await desk.acts.begin();
  const file = { name: "police.identity.age", bytes: new TextEncoder().encode("identity") };
  await desk.acts.unlock(file, "open sesame", false);
  await desk.acts.refresh();
  await desk.acts.choose(submission);
  return screen.getByRole("article");
}

const own = (text: string): Answers => ({ ownWords: { kind: "text", text, language: "en-GB" } });

describe("a letter that was written to do harm (F39)", () => {
  it.each([
    "<img src=x onerror=\"document.title='harmed'\">",
    "<script>document.title='harmed'</script>",
    "<svg/onload=document.title='harmed'>",
    "javascript:document.title='harmed'",
    "</p></article><form action=https://example.org><input name=passphrase></form>",
    "{{constructor}} $t(desk:name) ${1+1}",
  ])("is shown as the text it is: %s", async (text) => {
    const letter = await read(own(text));
    expect(within(letter).getByText(text)).toBeTruthy();
    expect(letter.querySelector("img, script, svg, form, input, a")).toBeNull();
    expect(document.title).toBe("Desk");
  });

  it("cannot turn the words around it: every text is isolated, and what would turn it is shown by its code", async () => {
    const letter = await read(own("photo \u202Egpj.exe\u0000 end"));
    const text = within(letter).getByText(/photo/);
    expect(text.textContent).toBe("photo U+202Egpj.exeU+0000 end");
    expect(text.getAttribute("dir")).toBe("auto");
    for (const one of letter.querySelectorAll(".own, .sign")) {
      expect(getComputedStyle(one).unicodeBidi).toMatch(/isolate|plaintext/);
    }
  });

  it("is broken, and nothing of it is shown, when it hides markup in an id or a language", async () => {
    for (const [id, option, language] of [
      ["evil<b>x</b>", "a", "en"],
      ["a", "<b>y</b>", "en"],
      ["a", "b", "en-<b>"],
    ] as const) {
      await read({ [id]: { kind: "choice", option }, exactWords: { kind: "text", text: "secret", language } });
      expect(screen.getByRole("heading", { name: "This letter cannot be opened" })).toBeTruthy();
      expect(document.body.textContent).not.toContain("secret");
      desk.leave();
    }
  });

  it("cannot bring the desk down with ids that every object has", async () => {
    const ids = ["constructor", "toString", "valueOf", "hasOwnProperty"];
    const letter = await read({
      ...Object.fromEntries(ids.map((id) => [id, { kind: "choices", options: ids }])),
      contact: { kind: "contact", allowed: true, ways: ids, details: {} },
      needs: { kind: "several", parts: Object.fromEntries([["constructor", { kind: "choice", option: "toString" }]]) },
    });
    for (const id of ids) expect(within(letter).getAllByText(id).length).toBeGreaterThan(1);
  });

  it("is broken, and the desk stands, when it breaks the page that shows it", async () => {
    const letter = letterOf({
      submission,
      answers: { victim: { kind: "several", parts: null } } as unknown as Answers,
    });
    desk = seat(new FakeLetterbox(), keys[0]);
    const { waiting, bytes } = await arrived(submission, 1, "whatever", keys);
    desk.show({
      kind: "open",
      session,
      key: keys[0],
      visit: 1,
      letters: [waiting],
      listing: "listed",
      opened: new Map([[submission, { kind: "read", letter, bytes }]]),
      reading: submission,
      pinned: null,
      idling: false,
    });
    expect(await screen.findByRole("heading", { name: "This letter cannot be opened" })).toBeTruthy();
    expect(screen.getByRole("navigation")).toBeTruthy();
  });

  it("can be as long as it likes: a whole book in one line stays inside the page", async () => {
    await read(own("w".repeat(9_000)));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
  });
});
