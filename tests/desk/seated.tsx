import { configure, screen } from "@testing-library/preact";
import axe from "axe-core";
import { render } from "preact";
import { DeskPage } from "../../src/desk/DeskPage.tsx";
import { type Acts, putUp } from "../../src/desk/desk.ts";
import type { Desk } from "../../src/desk/lock.ts";
import { rememberedIn } from "../../src/desk/remembered-identity.ts";
import type { Room } from "../../src/desk/room.ts";
import type { SavedFile } from "../../src/desk/saved-files.ts";
import { languageOf } from "../../src/language/languages.ts";
import { SpokenProvider } from "../../src/ui/words-context.tsx";
import type { KeyPair } from "../sealing/keys.ts";
import type { FakeLetterbox } from "./fake-letterbox.ts";
import { deskWords } from "./words.ts";
import "../../src/desk/desk.scss";

// A failed query need not print the whole page.
configure({ getElementError: (message) => new Error(message ?? "not found") });

export const passphrase = "open sesame";

export interface Seat {
  readonly acts: Acts;
  /** Draws a desk in this state. */
  readonly show: (desk: Desk) => void;
  readonly saved: readonly SavedFile[];
  readonly printed: () => number;
  /** Lets the desk's clock run. */
  readonly wait: (ms: number) => void;
  readonly leave: () => void;
}

/** Puts up a desk in this page over a letterbox in memory, with a made-up clock. */
export function seat(letterbox: FakeLetterbox, key: KeyPair): Seat {
  const place = document.body.appendChild(document.createElement("div"));
  document.documentElement.lang = "en-GB";
  document.title = "Desk";
  const saved: SavedFile[] = [];
  let printed = 0;
  let now = Date.parse("2026-11-21T12:00:00Z");
  const remembered = rememberedIn(localStorage);
  const room: Room = {
    remembered,
    organisationName: () => "Thames Valley Police",
    save: (file) => void saved.push(file),
    print: () => void printed++,
  };
  const show = (desk: Desk) =>
    render(
      <SpokenProvider spoken={{ t: deskWords.t, has: deskWords.has, language: languageOf("en-GB") }}>
        <DeskPage desk={desk} acts={acts} room={room} />
      </SpokenProvider>,
      place,
    );
  const acts = putUp({
    letterbox,
    remembered,
    unlock: async (file, typed) => {
      if (new TextDecoder().decode(file) !== "identity") return { kind: "broken" };
      return typed === passphrase ? { kind: "unlocked", ...key } : { kind: "wrongPassphrase" };
    },
    now: () => now,
    show,
  });
  show({ kind: "starting" });
  return {
    acts,
    show,
    saved,
    printed: () => printed,
    wait: (ms) => {
      now += ms;
      acts.tick();
    },
    leave: () => {
      render(null, place);
      place.remove();
      localStorage.clear();
    },
  };
}

export const identityFile = (content = "identity"): File => new File([content], "police.identity.age");

/** Chooses a file as a person does in the browser's own dialog. */
export function choose(input: HTMLElement, file: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  (input as HTMLInputElement).files = transfer.files;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

export function type(label: string, text: string): void {
  const input = screen.getByLabelText<HTMLInputElement>(label);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

export const press = (name: string | RegExp): void => screen.getByRole("button", { name }).click();

/** What a checker of accessibility finds wrong with the page as it is now. */
export async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
