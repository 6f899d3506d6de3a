import { contacts } from "virtual:deployment";
import { directory } from "virtual:deployment/directory";
import { screen, within } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SupportPage } from "../../../src/app/pages/SupportPage.tsx";
import { newReport } from "../../../src/app/report/report.ts";
import { MatchedSupport } from "../../../src/app/support/MatchedSupport.tsx";
import { markOpenNow } from "../../../src/app/support/open-now.ts";
import { supportFor } from "../../../src/app/support/support-for.ts";
import { faults, type Stage, speaking, stage } from "../pages.tsx";

let on: Stage;
beforeEach(() => {
  on = stage();
});
afterEach(() => on.leave());

const entry = (name: string) => {
  const section = screen.getByRole("heading", { level: 3, name }).closest("section");
  if (!section) throw new Error(`${name} stands by itself`);
  return within(section);
};

describe.each(["en-GB", "ar"])("the page of everyone who can help, in %s", (tag) => {
  it("has nothing in anybody's way, and every number, address and source can be followed", async () => {
    on.show(<SupportPage contacts={contacts} directory={directory} />, await speaking(tag));
    expect(await faults()).toEqual([]);
    const hrefs = [...on.place.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    for (const { ways, source } of directory) {
      expect(hrefs).toContain(source);
      for (const { way, to } of ways) {
        const address = {
          call: "tel:",
          afterHours: "tel:",
          relay: "tel:",
          text: "sms:",
          email: "mailto:",
          web: "",
          bsl: "",
        }[way];
        expect(hrefs).toContain(address + to.replaceAll(" ", ""));
      }
    }
  });
});

describe("an entry", () => {
  it("says what it is for, when somebody answers, and that nobody has checked it", async () => {
    on.show(<SupportPage contacts={contacts} directory={directory} />, await speaking("en-GB"));
    const { getByText, getByRole } = entry("Switchboard");
    getByText(/They listen, whatever it is about/);
    getByText(/Usually open: every day, 10:00–22:00/);
    getByText(/Nobody has checked this yet\./);
    expect(getByRole("link", { name: "Where this comes from Switchboard" }).getAttribute("rel")).toBe("noreferrer");
    expect(entry("Asylum Welcome").getByText("For Oxford")).toBeTruthy();
    expect(entry("On Your Side").getByText("Any language, with an interpreter")).toBeTruthy();
  });

  it("is marked as usually open at the hours when it is, where scripts run, and at no other", async () => {
    on.show(<SupportPage contacts={contacts} directory={directory} />, await speaking("en-GB"));
    const marked = () =>
      screen
        .queryAllByText("Usually open now")
        .filter((mark) => mark.checkVisibility())
        .map((mark) => mark.closest("section")?.querySelector("h3")?.textContent);
    expect(marked()).toEqual([]);
    markOpenNow(document, Date.parse("2026-07-14T19:00:00Z")); // a Tuesday, 20:00 in London
    expect(marked()).toEqual(["Switchboard", "Mermaids"]);
    markOpenNow(document, Date.parse("2026-07-14T21:30:00Z"));
    expect(marked()).toEqual([]);
  });
});

describe("who can help somebody with a report", () => {
  const afterReport = (support: ComponentChildren) => (
    <>
      <h1>{"Sent"}</h1>
      {support}
    </>
  );
  const report = {
    ...newReport,
    answers: { characteristics: { kind: "choices", options: ["sexualOrientation"] } },
  } as const;

  it("are six at most: first nearby, then those for people like them, then those for everybody", async () => {
    on.show(afterReport(<MatchedSupport entries={supportFor(report, "en-GB")} />), await speaking("en-GB"));
    const names = screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent);
    expect(names).toEqual([
      "Victims First",
      "Thames Valley Police",
      "Galop",
      "Switchboard",
      "Victim Support",
      "Samaritans",
    ]);
    expect(await faults()).toEqual([]);
  });

  it("can be called and not followed where something would be lost with the page", async () => {
    on.show(<MatchedSupport entries={supportFor(report, "en-GB")} stay />, await speaking("en-GB"));
    const hrefs = screen.getAllByRole("link").map((link) => link.getAttribute("href") ?? "");
    expect(hrefs).toContain("tel:08009995428");
    expect(hrefs.filter((href) => !/^(tel|sms|mailto):/.test(href))).toEqual([]);
    entry("Galop").getByText("galop.org.uk");
  });

  it("are named in both languages where two are spoken", async () => {
    const both = { ...(await speaking("ar")), beside: await speaking("en-GB") };
    on.show(afterReport(<MatchedSupport entries={supportFor(null, "ar")} stay />), both);
    expect(await faults()).toEqual([]);
    expect(on.place.querySelectorAll("h3")).toHaveLength(6);
  });
});
