import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { laidOut } from "../../src/translation/laid-out.ts";
import { translationsIn } from "../../src/translation/locales-folder.ts";
import { obey } from "../../src/translation/obey.ts";
import { draft, MadeUpLocales, small } from "./made-up.ts";

let at: MadeUpLocales;
let file: string;

beforeEach(() => {
  at = new MadeUpLocales({});
  file = join(at.folder, "on-its-way.po");
});
afterEach(() => at.remove());

const locales = () => join(at.folder, "locales");
const run = (command: Parameters<typeof obey>[0]) => obey(command, { locales: locales(), laidOut });
const take = (tag: string) => run({ kind: "import", tag, file });
const send = (tag: string) => run({ kind: "export", tag, file });
const lay = (files: Readonly<Record<string, unknown>>) => {
  for (const [name, content] of Object.entries(files)) at.write(`locales/${name}`, content);
};
/** What the translator does to the file. */
const edit = (from: string, to: string) => {
  const text = at.read("on-its-way.po");
  expect(text).toContain(from);
  at.write("on-its-way.po", text.replace(from, to));
};

describe.each(translationsIn("locales"))("the words in %s, sent to a translator and taken back", (tag) => {
  it("are byte for byte what they were", () => {
    cpSync("locales", locales(), { recursive: true });
    expect(send(tag).kind).toBe("done");
    const before = at.all();
    expect(take(tag)).toMatchObject({ kind: "done", said: expect.stringContaining("0 of them changed") });
    expect(at.all()).toEqual(before);
  });

  it("are laid out as before where one of them is said otherwise", () => {
    cpSync("locales", locales(), { recursive: true });
    send(tag);
    const before = at.all();
    const unit = /msgctxt "questions:danger\.short"\nmsgid .*\nmsgstr "(.*)"/;
    const [whole = "", old = ""] = unit.exec(at.read("on-its-way.po")) ?? [];
    edit(whole, whole.replace(/"$/, '!"'));
    expect(take(tag).kind).toBe("done");
    const name = `locales/${tag}/questions.json`;
    expect(at.read(name)).toBe(before[name]?.replace(`"short": "${old}"`, `"short": "${old}!"`));
    expect({ ...at.all(), [name]: "", "on-its-way.po": "" }).toEqual({ ...before, [name]: "", "on-its-way.po": "" });
  });
});

describe("a translation that comes back", () => {
  beforeEach(() => {
    lay(small);
    run({ kind: "accept", tag: "pl", keys: [] });
  });

  it("brings the words that changed, and notes which English they say", () => {
    lay({ "en-GB/interface.json": { back: "Go back" } });
    send("pl");
    edit('#, fuzzy\nmsgctxt "interface:back"', 'msgctxt "interface:back"');
    edit('"Wstecz"', '"Wróć"');
    expect(run({ kind: "list", tag: "pl" })).toMatchObject({ said: expect.stringContaining("interface:back") });
    expect(take("pl")).toMatchObject({
      said: expect.stringContaining("7 strings are as the file says; 1 of them changed"),
    });
    expect(JSON.parse(at.read("locales/pl/interface.json"))).toEqual({ back: "Wróć" });
    expect(run({ kind: "list", tag: "pl" })).toMatchObject({ said: expect.not.stringContaining("interface:back") });
  });

  it("leaves outdated what the translator did not look at, and names it", () => {
    lay({ "en-GB/interface.json": { back: "Go back" } });
    send("pl");
    const before = at.all();
    expect(take("pl")).toMatchObject({ said: expect.stringMatching(/need work \(1\)\n {2}interface:back/) });
    expect(at.all()).toEqual(before);
  });

  it("leaves what the English says otherwise since the file was made, and names it", () => {
    send("pl");
    edit('"Wstecz"', '"Wróć"');
    lay({ "en-GB/interface.json": { back: "Go back" } });
    const before = at.all();
    expect(take("pl")).toMatchObject({ said: expect.stringMatching(/since the export \(1\)\n {2}interface:back/) });
    expect(at.all()).toEqual(before);
  });

  it("makes a reviewed language a draft again, and a draft never a reviewed one", () => {
    const reviewed = { status: "reviewed", by: "A. Reader", on: "2026-11-01", note: "" };
    lay({ "pl/review.json": reviewed });
    send("pl");
    take("pl");
    expect(JSON.parse(at.read("locales/pl/review.json"))).toEqual(reviewed);
    edit('"Wstecz"', '"Wróć"');
    expect(take("pl")).toMatchObject({ said: expect.stringContaining("draft again") });
    expect(JSON.parse(at.read("locales/pl/review.json"))).toEqual({ ...reviewed, status: "draft" });
  });

  it("drops what the English no longer has, and says so", () => {
    lay({ "pl/interface.json": { back: "Wstecz", old: "Dawne" } });
    send("pl");
    expect(take("pl")).toMatchObject({ said: expect.stringMatching(/Removed.*\n {2}interface:old/) });
    expect(JSON.parse(at.read("locales/pl/interface.json"))).toEqual({ back: "Wstecz" });
  });
});

describe("strings that somebody has looked at", () => {
  const behind = () => {
    const { said } = run({ kind: "list", tag: "pl" }) as { said: string };
    return [...said.matchAll(/ {2}(\w+:\S+)/g)].map(([, key]) => key).filter((key) => key !== "report:delete");
  };

  beforeEach(() => lay(small));

  it("count as up to date, one by one, with all forms for a number, or all at once", () => {
    expect(behind()).toHaveLength(6);
    run({ kind: "accept", tag: "pl", keys: ["interface:back", "report:left_few"] });
    expect(behind()).toEqual(["report:title", "report:left_one", "report:left_many", "report:left_other"]);
    run({ kind: "accept", tag: "pl", keys: ["report:left"] });
    expect(behind()).toEqual(["report:title"]);
    expect(run({ kind: "accept", tag: "pl", keys: [] })).toMatchObject({
      said: expect.stringContaining("up to date in pl: 2"),
    });
    expect(behind()).toEqual([]);
  });

  it("are none at all where one of them is not there", () => {
    const before = at.all();
    const outcome = run({ kind: "accept", tag: "pl", keys: ["interface:back", "interface:forth"] });
    expect(outcome).toEqual({ kind: "nothing", because: "No words in pl (1)\n  interface:forth\n" });
    expect(at.all()).toEqual(before);
  });
});

describe("a language that nobody has begun", () => {
  it("is sent out empty, and comes back as a draft with what is done so far", () => {
    lay(small);
    expect(send("ro")).toMatchObject({ said: expect.stringContaining("6 strings, 6 to translate") });
    edit('msgid "Back"\nmsgstr ""', 'msgid "Back"\nmsgstr "Înapoi"');
    expect(take("ro")).toMatchObject({ said: expect.stringContaining("not translated (5)") });
    expect(JSON.parse(at.read("locales/ro/interface.json"))).toEqual({ back: "Înapoi" });
    expect(JSON.parse(at.read("locales/ro/review.json"))).toMatchObject({ status: "draft", by: null });
    expect(Object.keys(at.all())).not.toContain("locales/ro/report.json");
  });

  it("is laid out as the English is", () => {
    const laid = (back: string, why: string) => `{\n  "back": "${back}",\n  "more": { "why": "${why}" }\n}\n`;
    lay({ ...small, "en-GB/interface.json": laid("Back", "Why") });
    send("ro");
    edit('msgid "Back"\nmsgstr ""', 'msgid "Back"\nmsgstr "Înapoi"');
    edit('msgid "Why"\nmsgstr ""', 'msgid "Why"\nmsgstr "De ce"');
    take("ro");
    expect(at.read("locales/ro/interface.json")).toBe(laid("Înapoi", "De ce"));
  });

  it("is nothing that could be accepted or listed", () => {
    lay(small);
    for (const command of [
      { kind: "accept", tag: "ro", keys: [] },
      { kind: "list", tag: "ro" },
    ] as const)
      expect(run(command)).toEqual({ kind: "nothing", because: "There is no locales/ro.\n" });
    expect(Object.keys(at.all()).filter((name) => name.includes("/ro/"))).toEqual([]);
  });
});

describe("a file with something wrong in it", () => {
  beforeEach(() => {
    lay(small);
    send("pl");
  });

  it.each([
    ["an unknown key", 'msgctxt "interface:back"', 'msgctxt "interface:forth"', "interface:forth is no string"],
    ["a unit without a key", 'msgctxt "interface:back"\n', "", "“Back” has no key"],
    ["a lost place for a name", '"Usuń: {{name}}"', '"Usuń"', "report:delete does not hold"],
    ["a translated place for a name", "Usuń: {{name}}", "Usuń: {{nazwa}}", "report:delete does not hold"],
    ["a string that was emptied", '"Wstecz"', '""', "interface:back is empty"],
    ["a string of spaces", '"Wstecz"', '"  "', "interface:back holds nothing but spaces"],
    ["letters that were lost", '"Wstecz"', '"Wst\uFFFDcz"', "interface:back has letters that were lost"],
    ["another language", "Language: pl", "Language: pt_PT", "it is for pt-PT, not for pl"],
    ["no language", '"Language: pl\\n"\n', "", "it is for no language that it names"],
    ["a quotation mark too many", '"Wstecz"', '"Wst"ecz"', "no PO file"],
    ["two texts for a unit", 'msgid "Back"\nmsgstr "', 'msgid "Back"\nmsgid_plural "Backs"\nmsgstr[0] "', "no PO file"],
  ])("such as %s is refused as a whole", (_, from, to, because) => {
    edit('"Twoje zgłoszenie"', '"Zgłoszenie"'); // good, and not taken either
    edit('#, fuzzy\nmsgctxt "interface:back"', 'msgctxt "interface:back"');
    edit('#, fuzzy\nmsgctxt "report:delete"', 'msgctxt "report:delete"');
    edit(from, to);
    const before = at.all();
    expect(take("pl")).toEqual({ kind: "nothing", because: expect.stringContaining(because) });
    expect(at.all()).toEqual(before);
  });

  it("is named with all that is wrong, so that it is mended in one go", () => {
    edit('#, fuzzy\nmsgctxt "interface:back"', 'msgctxt "interface:forth"');
    edit('#, fuzzy\nmsgctxt "report:delete"', 'msgctxt "report:delete"');
    edit('"Usuń: {{name}}"', '"Usuń"');
    const { because } = take("pl") as { because: string };
    expect(because.trim().split("\n")).toHaveLength(3);
  });

  it("is not there at all, or no PO file, and says so", () => {
    const before = at.all();
    expect(run({ kind: "import", tag: "pl", file: join(at.folder, "lost.po") })).toMatchObject({
      because: expect.stringContaining("there is no such file"),
    });
    at.write("on-its-way.po", JSON.stringify(draft));
    expect(take("pl").kind).toBe("nothing");
    expect({ ...at.all(), "on-its-way.po": "" }).toEqual({ ...before, "on-its-way.po": "" });
  });
});
