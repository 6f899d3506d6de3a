import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { EndpointUnderTest } from "./endpoint-under-test.ts";
import type { Hands, Name } from "./hands.ts";
import { reporter } from "./reporter.ts";
import { shortStory } from "./story.ts";
import { english } from "./words.ts";

/** A browser on a phone whose network comes and goes. */
export interface OtherPhone {
  readonly hands: Hands;
  readonly origin: string;
  reload(): Promise<void>;
  loseNetwork(): Promise<void>;
  findNetwork(): Promise<void>;
}

/** One visit, then a report from the first question to the sealed letter with no network, which is received when there is one. */
export async function reportWithoutNetwork(phone: OtherPhone, endpoint: EndpointUnderTest): Promise<void> {
  const { t } = english;
  const words = "They shouted at me.";
  const { hands, begin, write, send } = reporter(phone.hands);
  await begin(phone.origin);
  await hands.sees(t("offline.ready"));
  await phone.loseNetwork();
  await phone.reload();
  await write(shortStory(words, { police: "facts", victimsFirst: "nothing", council: "nothing" }));
  await hands.sees(words);
  await send();
  await hands.sees(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await hands.sees(t("report:status.waiting"));
  expect(await endpoint.submissions()).toEqual(new Set());
  await phone.findNetwork();
  await hands.sees(/^Received by Thames Valley Police on /);
  expect((await endpoint.letters("police")).map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
}

/** A thing on the page, by what a screen reader says of it. */
export interface Wanted extends Name {
  readonly role: "heading" | "action" | "languages" | "option" | "field";
}

/** What the driver of a browser does with the page that is open. */
export interface Driver<Thing> {
  go(address: string): Promise<void>;
  /** Runs `thingOnPage` in the page. Null where there is no such thing yet. */
  find(wanted: Wanted): Promise<Thing | null>;
  click(thing: Thing): Promise<void>;
  isTicked(thing: Thing): Promise<boolean>;
  /** Puts these words in the place of what stands in a field. */
  type(thing: Thing, text: string): Promise<void>;
  /** What the eye reads, line by line. */
  text(thing?: Thing): Promise<string>;
}

/** Finds the first thing with this role and name that is shown. It runs in the page: nothing from outside is in reach. */
export function thingOnPage({ role, name, group = [] }: Wanted): Element | null {
  const kinds = {
    heading: "h1",
    action: "button, a[href]",
    languages: ".languages summary",
    option: "input[type=radio], input[type=checkbox]",
    field: "textarea, select, input:not([type=radio]):not([type=checkbox])",
  };
  const plain = (words: string | null | undefined) => (words ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (element: Element) => {
    const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    return plain(labels[0]?.textContent ?? element.getAttribute("aria-label") ?? element.textContent);
  };
  const inGroup = (around: Element, legend: string) =>
    [...around.querySelectorAll("fieldset")].find(
      (each) => plain(each.querySelector("legend")?.textContent) === legend,
    );
  const around = group.reduce<Element | undefined>(
    (outer, legend) => outer && inGroup(outer, legend),
    document.documentElement,
  );
  const shown = [...(around?.querySelectorAll(kinds[role]) ?? [])].filter((each) => each.getClientRects().length > 0);
  return shown.find((each) => name === "" || nameOf(each) === name) ?? null;
}

/** A new page goes to its top once more after it is drawn. A hand that is faster than any person's would miss what it aims at. */
const settlesAfterMs = 300;

/** Far longer than any step takes on a machine with nothing else to do. */
const patienceMs = 60_000;

/** The hands of a person at a page in any browser that has a driver. */
export function handsThrough<Thing>(driver: Driver<Thing>): Hands {
  const thing = (wanted: Wanted) => until(() => driver.find(wanted), JSON.stringify(wanted));
  async function heading(): Promise<string> {
    const first = await driver.find({ role: "heading", name: "" });
    return first === null ? "" : (await driver.text(first)).trim();
  }
  return {
    go: driver.go,
    heading,
    async headingAfter(before) {
      const other = async () => [await heading()].find((words) => words !== "" && words !== before) ?? null;
      const words = await until(other, `another heading than "${before}"`);
      await pause(settlesAfterMs);
      return words;
    },
    press: async (name) => driver.click(await thing({ role: "action", name })),
    async speak(language) {
      await driver.click(await thing({ role: "languages", name: "" }));
      await driver.click(await thing({ role: "action", name: language }));
    },
    async tick(option) {
      const found = await thing({ ...option, role: "option" });
      if (!(await driver.isTicked(found))) await driver.click(found);
    },
    async untick(option) {
      const found = await thing({ ...option, role: "option" });
      if (await driver.isTicked(found)) await driver.click(found);
    },
    write: async (field, text) => driver.type(await thing({ ...field, role: "field" }), text),
    async sees(wanted) {
      const isIt = (line: string) => (typeof wanted === "string" ? line.includes(wanted) : wanted.test(line));
      const seen = async () => (await driver.text()).split("\n").some((line) => isIt(line.trim())) || null;
      await until(seen, String(wanted));
    },
  };
}

async function until<T>(look: () => Promise<T | null>, wanted: string): Promise<T> {
  const last = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > last) throw new Error(`never came on the page: ${wanted}`);
    await pause(50);
  }
}
