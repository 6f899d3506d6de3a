import { screen, within } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { referenceOf } from "../../src/wire/reference.ts";
import { type KeyPair, organisationKeys } from "../sealing/keys.ts";
import { FakeLetterbox } from "./fake-letterbox.ts";
import { type Arrived, arrived, fromPoint, letterOf, submissionOf } from "./letters.ts";
import { choose, faults, identityFile, passphrase, press, type Seat, seat, type } from "./seated.tsx";

const [nadia, worker] = [submissionOf(1), submissionOf(4)] as const;
const name = "East <b>Library</b> \u202E";
let keys: readonly [KeyPair, KeyPair];
let letters: readonly [Arrived, Arrived];
let box: FakeLetterbox;
let desk: Seat;

beforeAll(async () => {
  keys = await organisationKeys();
  const claims = letterOf({ submission: worker, answers: { reporter: { kind: "choice", option: "worker" } } });
  letters = [
    await arrived(nadia, 1, JSON.stringify(letterOf({ submission: nadia })), keys),
    await arrived(worker, 2, JSON.stringify(claims), keys),
  ];
});

beforeEach(async () => {
  await page.viewport(1280, 900);
  box = new FakeLetterbox();
  box.letterboxed.push(letters[0], fromPoint(letters[1], name));
  box.recipients = keys.map(({ recipient }) => recipient);
  desk = seat(box, keys[0]);
  await desk.acts.begin();
  choose(screen.getByLabelText("Identity file"), identityFile());
  type("Passphrase of the identity file", passphrase);
  press("Unlock");
  await screen.findByText("2 letters, 2 new");
});

afterEach(() => desk.leave());

async function opened(submission: string): Promise<HTMLElement> {
  press(new RegExp(referenceOf(submission)));
  await screen.findByRole("heading", { name: "What you may see and do" });
  return screen.getByRole("article");
}

describe("where a letter came from", () => {
  const says = "Not confirmed: this report says that a worker at a Connect point wrote it";
  it("stands in the list and on the letter when it was a Connect point, as harmless text", async () => {
    const [point, phone] = within(screen.getByRole("navigation")).getAllByRole("listitem");
    expect(point?.textContent).toContain("From Connect point East <b>Library</b>");
    expect(point?.querySelector("b")).toBeNull();
    expect(point?.textContent).not.toContain("\u202E");
    expect(phone?.textContent).not.toContain("Connect point");
    const letter = await opened(worker);
    expect(letter.textContent).toContain("From Connect point East <b>Library</b>");
    expect(letter.textContent).not.toContain(says);
    expect(await faults()).toEqual([]);
  });

  it("is said nowhere for a letter from a person's own phone", async () => {
    const letter = await opened(nadia);
    expect(letter.textContent).not.toContain("Connect point");
    expect(letter.textContent).not.toContain(says);
  });

  it("is printed, and saved with the readable letter", async () => {
    const letter = await opened(worker);
    const line = within(letter).getByText(/From Connect point/);
    expect(line.closest(".not-printed, .buttons")).toBeNull();
    press("Save as JSON");
    expect(JSON.parse(String(desk.saved[0]?.content)).from).toEqual({ point: "east-library", name });
  });

  it("is not confirmed when only the report says so", async () => {
    box.letterboxed[1] = letters[1];
    await desk.acts.refresh();
    const letter = await opened(worker);
    expect(letter.textContent).toContain(says);
    expect(await faults()).toEqual([]);
  });
});
