import { screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { organisationKeys } from "../sealing/keys.ts";
import { FakeLetterbox } from "./fake-letterbox.ts";
import { choose, faults, identityFile, passphrase, press, type Seat, seat, type } from "./seated.tsx";

let box: FakeLetterbox;
let desk: Seat;

beforeEach(async () => {
  box = new FakeLetterbox();
  desk = seat(box, (await organisationKeys())[0]);
});

afterEach(() => desk.leave());

/** Until the page has drawn whatever it had to draw. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe("signing in", () => {
  beforeEach(async () => {
    box.signedIn = false;
    await desk.acts.begin();
  });

  it("takes a worker from name and passphrase to the locked letters", async () => {
    expect(await faults()).toEqual([]);
    type("Staff name", "  A.Khan ");
    type("Passphrase", "right");
    press("Sign in");
    await screen.findByRole("heading", { name: "Unlock the letters" });
    expect(screen.getByText("Thames Valley Police")).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Unlock the letters"));
    expect(await faults()).toEqual([]);
  });

  it("says what is missing, leads to it, and asks for nothing meanwhile", async () => {
    type("Staff name", "who is this?");
    press("Sign in");
    const summary = await screen.findByRole("alert");
    expect(
      within(summary)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["A staff name has only letters, numbers, full stops and hyphens", "Enter your passphrase"]);
    expect(await faults()).toEqual([]);
    within(summary).getByRole("link", { name: "Enter your passphrase" }).click();
    expect(document.activeElement).toBe(screen.getByLabelText("Passphrase"));
    type("Staff name", "a.khan");
    await settled();
    expect(document.activeElement).toBe(screen.getByLabelText("Staff name"));
  });

  it.each([
    ["a wrong name or passphrase alike", null, "This name and passphrase do not belong together"],
    ["no network", "noNetwork", "cannot reach the server"],
    ["too many tries", "tooMany", "Wait one minute"],
  ] as const)("says what to do about %s", async (_, failing, words) => {
    box.failing = failing;
    type("Staff name", "a.khan");
    type("Passphrase", "wrong");
    press("Sign in");
    expect((await screen.findByRole("alert")).textContent).toContain(words);
    expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe("");
  });

  it("shows the passphrase only to someone who asks to see it", async () => {
    const field = screen.getByLabelText<HTMLInputElement>("Passphrase");
    expect(field.type).toBe("password");
    press("Show the passphrase");
    await waitFor(() => expect(field.type).toBe("text"));
  });
});

describe("unlocking", () => {
  beforeEach(() => desk.acts.begin());

  it.each([
    ["a wrong passphrase", identityFile(), "guess", "This is not the passphrase of this file"],
    ["a file that is no identity", identityFile("holiday photo"), passphrase, "This is not an identity file"],
    ["a file far too large to be one", identityFile("x".repeat(70_000)), passphrase, "This is not an identity file"],
  ])("says what to do about %s", async (_, file, typed, words) => {
    choose(screen.getByLabelText("Identity file"), file);
    type("Passphrase of the identity file", typed);
    press("Unlock");
    expect((await screen.findByRole("alert")).textContent).toContain(words);
    expect(await faults()).toEqual([]);
  });

  it("asks for the file and the passphrase when they are missing", async () => {
    press("Unlock");
    const links = within(await screen.findByRole("alert")).getAllByRole("link");
    expect(links.map((link) => link.textContent)).toEqual([
      "Choose your organisation’s identity file",
      "Enter the passphrase of the identity file",
    ]);
  });

  it("remembers the locked file on this computer when asked, until it is told to forget it", async () => {
    choose(screen.getByLabelText("Identity file"), identityFile());
    screen.getByLabelText("Remember this file on this computer").click();
    type("Passphrase of the identity file", passphrase);
    press("Unlock");
    await screen.findByRole("heading", { name: "Letters" });
    expect(JSON.stringify({ ...localStorage })).not.toContain("AGE-SECRET");
    press("Lock");
    expect(screen.getByText("police.identity.age")).toBeTruthy();
    expect(await faults()).toEqual([]);
    type("Passphrase of the identity file", passphrase);
    press("Unlock");
    await screen.findByRole("heading", { name: "Letters" });
    press("Lock");
    press("Forget this file");
    expect(await screen.findByLabelText("Identity file")).toBeTruthy();
    expect(localStorage).toHaveLength(0);
  });
});
