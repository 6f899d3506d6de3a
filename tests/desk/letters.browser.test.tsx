import { screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { fingerprintOf } from "../../src/sealing/open.ts";
import { referenceOf } from "../../src/wire/reference.ts";
import { type KeyPair, organisationKeys } from "../sealing/keys.ts";
import { FakeLetterbox } from "./fake-letterbox.ts";
import { type Arrived, arabic, arrived, letterOf, submissionOf } from "./letters.ts";
import { choose, faults, identityFile, passphrase, press, type Seat, seat, type } from "./seated.tsx";

const [nadia, foreign, refuser] = [submissionOf(1), submissionOf(2), submissionOf(3)] as const;
let keys: readonly [KeyPair, KeyPair];
let letters: readonly Arrived[];
let box: FakeLetterbox;
let desk: Seat;

beforeAll(async () => {
  keys = await organisationKeys();
  const no = { contact: { kind: "contact", allowed: false, ways: [], details: {} } } as const;
  letters = [
    await arrived(nadia, 1, JSON.stringify(letterOf({ submission: nadia })), keys),
    await arrived(foreign, 2, "sealed to others", await organisationKeys()),
    await arrived(
      refuser,
      3,
      JSON.stringify(letterOf({ submission: refuser, answers: no, language: "en-GB", addendumTo: "7QF3K-9ZD0X" })),
      keys,
    ),
  ];
});

beforeEach(async () => {
  await page.viewport(1280, 900);
  box = new FakeLetterbox();
  box.letterboxed.push(...letters);
  box.recipients = keys.map(({ recipient }) => recipient);
  desk = seat(box, keys[0]);
});

afterEach(() => desk.leave());

async function unlocked(): Promise<void> {
  await desk.acts.begin();
  choose(screen.getByLabelText("Identity file"), identityFile());
  type("Passphrase of the identity file", passphrase);
  press("Unlock");
  await screen.findByText("3 letters, 3 new");
}

async function opened(submission: string, heading: string): Promise<HTMLElement> {
  press(new RegExp(referenceOf(submission)));
  await screen.findByRole("heading", { name: heading });
  return screen.getByRole("article");
}

describe("the letters", () => {
  beforeEach(unlocked);

  it("are listed newest first with what is new, when they came and how large they are", async () => {
    const entries = within(screen.getByRole("navigation"))
      .getAllByRole("listitem")
      .map((item) => item.textContent?.replaceAll(/\s+/g, " "));
    expect(entries[0]).toContain(`${referenceOf(refuser)} New 21 Nov 2026, 12:00 · 2 kB`);
    expect(entries.map((text) => text?.slice(0, 11))).toEqual([refuser, foreign, nadia].map(referenceOf));
    expect(await faults()).toEqual([]);
  });

  it("say which earlier report they add to", async () => {
    expect(
      within(await opened(refuser, "What you may see and do")).getByText("This adds to report 7QF3K-9ZD0X. Read both."),
    ).toBeTruthy();
  });

  it("are read with consent first, then how contact is safe, then the answers in English labels", async () => {
    const letter = await opened(nadia, "What you may see and do");
    expect(within(letter).queryByText(/adds to report/)).toBeNull();
    const headings = within(letter)
      .getAllByRole("heading")
      .map((heading) => heading.textContent);
    expect(headings.slice(0, 4)).toEqual([
      `Letter ${referenceOf(nadia)}`,
      "What you may see and do",
      "Contact this person only like this",
      "About this report",
    ]);
    expect(within(letter).getByText("Say you are from the library")).toBeTruthy();
    expect(within(letter).getByText("Hurtful words, names or gestures")).toBeTruthy();
    expect(within(letter).getByText("Rather not say")).toBeTruthy();
    expect(screen.getByText("3 letters, 2 new")).toBeTruthy();
    expect(document.activeElement).toBe(within(letter).getByRole("heading", { level: 2 }));
    expect(await faults()).toEqual([]);
  });

  it("keep own words in their language and direction, and name it", async () => {
    const letter = await opened(nadia, "What happened");
    const own = [...letter.querySelectorAll("[lang=ar]")].find((one) => one.textContent === arabic);
    expect(own?.getAttribute("dir")).toBe("auto");
    expect(own?.previousElementSibling?.textContent).toBe("Written in Arabic");
  });

  it("say so in red when the person may not be contacted", async () => {
    await opened(refuser, "Do not contact this person");
    expect(screen.queryByRole("heading", { name: "Contact this person only like this" })).toBeNull();
    expect(await faults()).toEqual([]);
  });

  it("that cannot be opened say why and with which key it was tried, and the others open (F38)", async () => {
    const broken = await opened(foreign, "This letter cannot be opened");
    expect(broken.textContent).toContain("It was not sealed to the key that you unlocked.");
    expect(broken.textContent).toContain(fingerprintOf(keys[0].recipient));
    expect(screen.getByRole("button", { name: /Cannot be opened/ })).toBeTruthy();
    expect(await faults()).toEqual([]);
    await opened(nadia, "What happened");
  });

  it("can be printed and saved sealed, as JSON and as a spreadsheet, under names that say nothing", async () => {
    await opened(nadia, "What happened");
    for (const name of ["Print", "Save the sealed file", "Save as JSON", "Save 1 opened letter as a spreadsheet"])
      press(name);
    expect(desk.printed()).toBe(1);
    const reference = referenceOf(nadia);
    expect(desk.saved.map(({ name }) => name)).toEqual([`${reference}.age`, `${reference}.json`, "letters.csv"]);
    expect(desk.saved[0]?.content).toEqual(letters[0]?.bytes);
    const readable = JSON.parse(String(desk.saved[1]?.content));
    expect(readable).toMatchObject({ reference, letter: letterOf({ submission: nadia }) });
    expect(desk.saved[2]?.content).toContain("Say you are from the library");
  });

  it("say when they cannot be fetched, and are fetched when asked again", async () => {
    box.failing = "noNetwork";
    press(new RegExp(referenceOf(nadia)));
    expect((await screen.findByRole("alert")).textContent).toContain("cannot reach the server");
    expect(await faults()).toEqual([]);
    box.failing = null;
    press("Try again");
    await screen.findByRole("heading", { name: "What happened" });
  });

  it("are looked for again when asked, and a failure is said beside the list, which stays", async () => {
    box.failing = "busy";
    press("Look for new letters");
    await screen.findByText("The server is busy. Wait a minute, then try again.");
    expect(within(screen.getByRole("navigation")).getAllByRole("listitem")).toHaveLength(3);
  });
});

describe("a narrow screen", () => {
  beforeEach(async () => {
    await page.viewport(360, 740);
    await unlocked();
  });

  it("shows the list or the letter, and leads back to where the reader was in the list", async () => {
    expect(await faults()).toEqual([]);
    await opened(nadia, "What happened");
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(document.documentElement.scrollWidth).toBe(360);
    expect(await faults()).toEqual([]);
    press("Back to the letters");
    expect(screen.queryByRole("article")).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: new RegExp(referenceOf(nadia)) }));
  });
});

describe("the keys", () => {
  it("are shown by their fingerprints, with the unlocked one among them", async () => {
    await unlocked();
    screen.getByText("Keys").click();
    const one = await screen.findByText(/This is the one you unlocked/);
    expect(one.textContent).toContain(fingerprintOf(keys[0].recipient));
    expect(screen.getByText(fingerprintOf(keys[1].recipient))).toBeTruthy();
    expect(await faults()).toEqual([]);
  });

  it("come with a warning when the unlocked one is not among them", async () => {
    box.recipients = (await organisationKeys()).map(({ recipient }) => recipient);
    await unlocked();
    expect((await screen.findByRole("alert")).textContent).toContain("not one of your organisation’s keys");
    expect(await faults()).toEqual([]);
  });
});

describe("a lock", () => {
  beforeEach(async () => {
    await unlocked();
    await opened(nadia, "What happened");
  });

  const nothingLeft = (): void => {
    const page = document.body.innerHTML;
    for (const word of ["sparrow", "library", "نادية", referenceOf(nadia)]) expect(page).not.toContain(word);
  };

  it("covers the screen before the button's press is over", () => {
    press("Lock");
    nothingLeft();
    expect(screen.getByText("The desk is locked. Nothing of a letter is on this screen.")).toBeTruthy();
  });

  it("warns after four minutes, can be put off, and comes after five", async () => {
    desk.wait(4 * 60_000);
    expect(screen.getByRole("alert").textContent).toContain("It locks in one minute.");
    expect(await faults()).toEqual([]);
    press("Keep it open");
    expect(screen.queryByRole("alert")).toBeNull();
    desk.wait(5 * 60_000);
    nothingLeft();
    expect(screen.getByText(/nobody used it for five minutes/)).toBeTruthy();
  });

  it("is there when the page is left, so that going back shows nothing (F42)", () => {
    desk.acts.lock("left");
    nothingLeft();
  });

  it("comes with signing out", async () => {
    press("Sign out");
    nothingLeft();
    await waitFor(() => expect(box.signedIn).toBe(false));
  });
});
