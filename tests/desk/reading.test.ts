import { describe, expect, it } from "vitest";
import { day } from "../../src/desk/moments.ts";
import { plainly } from "../../src/desk/plain-text.ts";
import { readingOf } from "../../src/desk/reading.ts";
import type { Row } from "../../src/desk/said.ts";
import type { Answers } from "../../src/report/answer.ts";
import { questions } from "../../src/report/questions.ts";
import { busReport, letterOf, submissionOf, type Written } from "./letters.ts";
import { say } from "./words.ts";

const read = (written: Partial<Written> = {}) =>
  readingOf(letterOf({ submission: submissionOf(1), ...written }), questions);

const shown = (row: Row | undefined): string => (row ? `${say(row.label)}: ${plainly(row.said, say)}` : "nothing");

function row(answers: Answers, id: string): string {
  const rows = read({ answers }).sections.flatMap((section) => section.rows);
  return shown(rows.find((one) => one.id === id));
}

describe("a letter laid out for its reader", () => {
  it("has the sections in the order of urgency, each with the answers in the order they were asked", () => {
    const sections = read().sections.map(({ label, rows }) => [say(label), rows.map(({ id }) => id)]);
    expect(sections).toEqual([
      ["About this report", ["reporter"]],
      ["What happened", ["incidentTypes", "ownWords", "characteristics"]],
      ["When and where", ["when", "placeKind", "place"]],
      ["Who did it and who saw it", ["offenderCount", "offender"]],
      ["Effects, and what they want", ["injuries", "before", "wishes"]],
      ["About the people", ["victim"]],
    ]);
  });

  it("labels choices in English whatever language the report was written in", () => {
    expect(row(busReport, "incidentTypes")).toBe(
      "What happened: Hurtful words, names or gestures\nSpitting, or throwing things",
    );
  });

  it("keeps own words in their language, marked with it", () => {
    const own = read()
      .sections.flatMap(({ rows }) => rows)
      .find(({ id }) => id === "ownWords")?.said[0];
    expect(own).toEqual({ kind: "own", words: busReport.ownWords, long: true });
  });

  it("tells a declined answer from one that was not asked", () => {
    expect(row(busReport, "injuries")).toBe("Injuries: Rather not say");
    expect(row(busReport, "before")).toBe("Before this: Does not know");
    expect(row(busReport, "stillAtRisk")).toBe("nothing");
  });

  it("says what a guess of a number is", () => {
    expect(row(busReport, "offenderCount")).toBe("How many people did it: About 2");
  });

  it("numbers the people who did it, with the parts of each", () => {
    expect(row(busReport, "offender")).toBe(
      "People who did it: Person 1\nHow old did they look?: Young adult\nClothes: grey hoodie\nPerson 2\nHair or beard: أصلع",
    );
  });

  it("gives a place with its postcode and how exactly the device knew it", () => {
    expect(row(busReport, "place")).toContain("51.75230, -1.25430 (within 25 metres)");
  });

  it("shows answers to questions that this desk does not know under their ids, after all others", () => {
    const answers: Answers = { ...busReport, weather: { kind: "choice", option: "hail" } };
    const last = read({ answers }).sections.at(-1);
    expect(last && say(last.label)).toBe("Other answers");
    expect(last?.rows.map(shown)).toEqual(["weather: hail"]);
  });

  it("speaks of a helper's report as a helper wrote it", () => {
    const answers: Answers = {
      reporter: { kind: "choice", option: "helper" },
      incidentTypes: { kind: "choices", options: ["falseFriend"] },
      victim: { kind: "several", parts: { name: { kind: "text", text: "Sam", language: "en-GB" } } },
    };
    expect(row(answers, "incidentTypes")).toContain("used the person");
    expect(row(answers, "victim")).toBe("Who it happened to: Name: Sam");
  });

  it.each([
    [{ how: "exact", from: "2026-11-20", time: "17:40" }, `${day("2026-11-20")}\nAt 17:40`],
    [{ how: "exact", partOfDay: "night" }, "No date given\nAt night"],
    [{ how: "about", from: "2026-11-20", within: "week" }, `About ${day("2026-11-20")}, give or take a week`],
    [{ how: "about", from: "2026-11-20" }, `About ${day("2026-11-20")}`],
    [{ how: "overTime", from: "2026-01-01", to: "2026-02-01" }, `From ${day("2026-01-01")} to ${day("2026-02-01")}`],
    [{ how: "overTime" }, "Over some time, and it has stopped"],
    [{ how: "ongoing", from: "2026-01-01" }, `Still going on, since ${day("2026-01-01")}`],
  ] as const)("says when it happened: %o", (when, words) => {
    expect(row({ when: { kind: "when", ...when } }, "when")).toBe(`When: ${words}`);
  });
});

describe("a letter that a worker wrote with the person", () => {
  const choice = (option: string) => ({ kind: "choice", option }) as const;
  const worker: Answers = {
    reporter: choice("worker"),
    wanted: choice("supportOnly"),
    victim: { kind: "several", parts: { name: { kind: "text", text: "Sam", language: "en-GB" } } },
    session: {
      kind: "several",
      parts: { point: { kind: "text", text: "Library", language: "en-GB" }, leaflet: choice("unsafe") },
    },
  };

  it("has what the worker added under a heading of its own, and speaks of the person as another", () => {
    const { sections } = read({ answers: worker });
    expect(sections.map(({ label }) => say(label))).toContain("From the worker at the Connect point");
    expect(row(worker, "session")).toBe(
      "At the Connect point: Connect point: Library\nLeaflet given: No, it is not safe to carry",
    );
    expect(row(worker, "victim")).toBe("The person it happened to: Name: Sam");
    expect(row(worker, "reporter")).toBe("Who is reporting: I work at a Connect point");
    expect(row(worker, "wanted")).toBe("What the person wants passed on: Only that I want support, no report");
  });

  it("says what a request for support without a report allows", () => {
    const [granted] = read({ organisation: "victimsFirst", consent: { choice: "support", additions: [] } }).granted;
    expect(granted && say(granted.name)).toBe("A request for support, without a report");
    expect(granted && say(granted.means)).toContain("did not want to report");
  });
});

describe("what a person agreed to", () => {
  it("comes with what it means for this organisation", () => {
    const granted = read({
      organisation: "council",
      consent: { choice: "factsAndContact", additions: ["antisocialBehaviour"] },
    }).granted.map(({ name, means }) => [say(name), say(means)]);
    expect(granted).toEqual([
      ["The facts and how to reach the person", expect.stringContaining("about this job only")],
      ["Anti-social behaviour", expect.stringContaining("neighbourhood")],
    ]);
  });

  it("is not guessed at when the desk does not know the choice", () => {
    const [granted] = read({ consent: { choice: "everything", additions: [] } }).granted;
    expect(granted && say(granted.name)).toBe("everything");
    expect(granted && say(granted.means)).toContain("no words for this choice");
  });
});

describe("contact", () => {
  it("puts how it is safe before how to reach the person, and both out of the other sections", () => {
    const { contact, sections } = read();
    expect(contact).toMatchObject({ kind: "yes", isSafetyTold: true });
    const rows = contact.kind === "yes" ? [...contact.safely, ...contact.ways] : [];
    expect(rows.map(({ id }) => id)).toEqual(["safeContact", "needs", "contact"]);
    expect(rows.map(shown).join("\n")).toContain("To say if someone else answers: Say you are from the library");
    expect(sections.flatMap((section) => section.rows).some(({ id }) => id === "safeContact")).toBe(false);
  });

  it("is refused in so many words when the person said no", () => {
    const answers: Answers = { contact: { kind: "contact", allowed: false, ways: [], details: {} } };
    expect(read({ answers }).contact).toEqual({ kind: "no" });
  });

  it("warns when nothing was said of how it is safe", () => {
    const { safeContact: _, ...answers } = busReport;
    expect(read({ answers }).contact).toMatchObject({ kind: "yes", isSafetyTold: false });
  });

  it("is not there when it was declined or not granted", () => {
    expect(read({ answers: {} }).contact).toEqual({ kind: "notGiven" });
    const declined: Answers = { contact: { kind: "declined", because: "ratherNotSay" } };
    expect(read({ answers: declined }).contact).toEqual({ kind: "notGiven" });
  });
});
