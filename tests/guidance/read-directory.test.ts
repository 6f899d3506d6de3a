import { describe, expect, it } from "vitest";
import { readDirectory } from "../../src/guidance/read-directory.ts";

const today = "2026-11-25";
const listener = {
  id: "listener",
  name: "The Listeners",
  group: "talk",
  area: "Town",
  for: [],
  ways: [
    { way: "call", to: "01632 960001", hours: [{ from: "monday", to: "friday", opens: "09:00", closes: "17:00" }] },
    { way: "email", to: "hello@example.org" },
  ],
  source: "https://example.org/about",
  verifiedOn: "2026-11-01",
};
const police = { id: "police", call: "101", source: "https://example.org/police", verifiedOn: "2026-10-01" };
const borrower = {
  id: "theirPolice",
  name: "Police",
  group: "report",
  for: [],
  ways: [{ way: "call", contact: "police" }],
};

const read = (entries: readonly unknown[], contacts: readonly unknown[] = [police], more: object = {}) =>
  readDirectory({ version: 1, areas: ["Town"], entries, ...more }, { version: 1, contacts }, today);
const problemsOf = (...files: Parameters<typeof read>) => {
  const outcome = read(...files);
  return outcome.kind === "broken" ? outcome.problems.join("\n") : "";
};
const entryOf = (...files: Parameters<typeof read>) => {
  const outcome = read(...files);
  return outcome.kind === "read" ? outcome.entries[0] : undefined;
};

describe("a directory that is right", () => {
  it("is read as it was written", () => {
    expect(entryOf([listener])).toEqual(listener);
  });

  it("takes from a contact its number, where that comes from, and whether anybody has called it", () => {
    expect(entryOf([borrower])).toEqual({
      ...borrower,
      ways: [{ way: "call", to: "101" }],
      source: "https://example.org/police",
      verifiedOn: "2026-10-01",
    });
  });

  it("is as old as the oldest check, and unchecked where a part of it is", () => {
    const both = { ...listener, ways: [...listener.ways, { way: "relay", contact: "police" }] };
    expect(entryOf([both])?.verifiedOn).toBe("2026-10-01");
    expect(entryOf([both], [{ ...police, verifiedOn: null }])?.verifiedOn).toBeNull();
    expect(entryOf([{ ...both, verifiedOn: null }])?.verifiedOn).toBeNull();
    expect(entryOf([both])?.source).toBe(listener.source);
  });

  it("is without what has expired, and says so", () => {
    const expiring = (expiresOn: string) => read([{ ...listener, expiresOn }, borrower]);
    expect(expiring("2026-11-24")).toMatchObject({
      kind: "read",
      expired: ["listener"],
      entries: [{ id: "theirPolice" }],
    });
    expect(expiring(today)).toMatchObject({
      kind: "read",
      expired: [],
      entries: [{ id: "listener" }, { id: "theirPolice" }],
    });
  });
});

describe("a directory with a mistake says where it is, and what", () => {
  const way = (each: object) => ({ ...listener, ways: [each] });
  const hours = (each: object) =>
    way({ way: "call", to: "101", hours: [{ ...listener.ways[0]?.hours?.[0], ...each }] });

  it.each([
    ["a field that nobody knows", { ...listener, phone: "101" }, /listener: .*"phone"/],
    [
      "an id with a point in it, which no key of words can have",
      { ...listener, id: "the.listener" },
      /the\.listener\.id: must be an id/,
    ],
    ["a heading that there is none of", { ...listener, group: "friends" }, /listener\.group: /],
    ["nobody to reach", { ...listener, ways: [] }, /listener\.ways: /],
    ["a way that there is none of", way({ way: "fax", to: "101" }), /listener\.ways\.0\.way: /],
    ["letters in a number", way({ way: "call", to: "0800 HELP" }), /listener\.ways\.0\.to: must be digits/],
    [
      "a page that is not encrypted on its way",
      way({ way: "web", to: "http://example.org" }),
      /ways\.0\.to: must be an https/,
    ],
    [
      "a script in the place of a page",
      way({ way: "web", to: "javascript:alert(1)" }),
      /ways\.0\.to: must be an https/,
    ],
    ["a number in the place of an email address", way({ way: "email", to: "101" }), /ways\.0\.to: must be an email/],
    ["neither number nor contact", way({ way: "call" }), /ways\.0: must have either `to` or `contact`/],
    ["both", way({ way: "call", to: "101", contact: "police" }), /ways\.0: must have either `to` or `contact`/],
    ["a contact that the area lacks", way({ way: "call", contact: "nobody" }), /listener: no contact "nobody" to call/],
    ["a contact without a page", way({ way: "web", contact: "police" }), /listener: no contact "police" to web/],
    ["hours that end before they begin", hours({ closes: "08:00" }), /must open before it closes/],
    ["a time that is none", hours({ opens: "9:00" }), /opens: must be a time/],
    ["a 25th hour", hours({ closes: "25:00" }), /closes: must be a time/],
    ["a day that is none", hours({ from: "mon" }), /hours: must be `always`, or days and times/],
    ["people of nothing in particular", { ...listener, for: [{}] }, /listener\.for\.0: must name something/],
    [
      "people of a trait that nobody is asked for",
      { ...listener, for: [{ hobby: ["chess"] }] },
      /listener\.for\.0: .*"hobby"/,
    ],
    ["no source", { ...listener, source: undefined }, /must have `source`|listener\.source/],
    ["a day of checking that is none", { ...listener, verifiedOn: "last week" }, /verifiedOn: must be a date/],
    ["an area that is not named", { ...listener, area: "Village" }, /listener: "Village" is not among the areas/],
    ["a language that is none", { ...listener, languages: ["English!"] }, /listener\.languages/],
  ])("%s", (_what, entry, message) => {
    expect(problemsOf([entry])).toMatch(message);
  });

  it("the same id twice, and all mistakes at once", () => {
    expect(problemsOf([listener, listener])).toMatch(/"listener" is there twice/);
    expect(problemsOf([listener], [police, police])).toMatch(/contacts\.json: "police" is there twice/);
    expect(problemsOf([{ ...listener, area: "X" }, way({ way: "call", contact: "nobody" })]).split("\n")).toHaveLength(
      3,
    );
  });

  it("a file that is none", () => {
    for (const file of [null, [], "text", {}, { version: 2, areas: [], entries: [] }]) {
      expect(readDirectory(file, { version: 1, contacts: [] }, today).kind).toBe("broken");
      expect(readDirectory({ version: 1, areas: [], entries: [] }, file, today).kind).toBe("broken");
    }
    expect(problemsOf([], [{ ...police, call: "one" }])).toMatch(/contacts\.json: police\.call: must be digits/);
  });
});
