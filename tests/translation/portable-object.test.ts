import { describe, expect, it } from "vitest";
import { portableObject, unitsIn } from "../../src/translation/portable-object.ts";

const plain = { key: "a:one", english: "Send", words: "Wyślij", fuzzy: false };
const hard = {
  key: "a:two_few",
  english: 'Say “yes”\nor "no" to {{name}}',
  words: 'قُل \u2068{{name}}\u2069\nأو "لا" \\ 100%\t— 报',
  fuzzy: true,
};
const empty = { key: "b:three.four", english: "Send", words: "", fuzzy: false };
const units = [plain, hard, empty];
const made = (language = "pt-PT") =>
  portableObject(
    language,
    units.map((unit) => ({ ...unit, notes: ["On a page"] })),
  );
const written = (text: string) => unitsIn(new TextEncoder().encode(text));
const head = 'msgid ""\nmsgstr "Language: pl\\n"\n\n';

describe("a file for translators", () => {
  it("holds every string as it is, and nothing of the day on which it was made", () => {
    expect(unitsIn(made())).toEqual({ kind: "read", language: "pt-PT", units });
    expect(made()).toEqual(made());
  });

  it("shows the notes, and marks what needs work as tools expect it", () => {
    const text = new TextDecoder().decode(made());
    expect(text).toContain('#. On a page\nmsgctxt "a:one"\nmsgid "Send"\nmsgstr "Wyślij"\n');
    expect(text).toContain('#. On a page\n#, fuzzy\nmsgctxt "a:two_few"\n');
    expect(text).toContain('"Language: pt_PT\\n"');
  });
});

describe("a file from a translator", () => {
  it("may have been written by another program, with other lines, comments and strings that are struck out", () => {
    const text = `${head}# A remark\n#: page.html:3\n#, python-format, fuzzy\n#| msgid "Sent"\nmsgctxt "a:one"\nmsgid ""\n"Se"\n"nd"\nmsgstr "Wyślij"\n\n#~ msgctxt "a:old"\n#~ msgid "Old"\n#~ msgstr "Dawne"\n`;
    expect(written(text.replaceAll("\n", "\r\n"))).toEqual({
      kind: "read",
      language: "pl",
      units: [{ ...plain, fuzzy: true }],
    });
  });

  it("may be written in another encoding that it names", () => {
    const text =
      'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Content-Type: text/plain; charset=ISO-8859-2\\n"\n\nmsgctxt "a:one"\nmsgid "Send"\nmsgstr "Wy?lij"\n';
    const bytes = new TextEncoder().encode(text).with(text.indexOf("?"), 0xb6); // ś in Latin 2
    expect(unitsIn(bytes)).toEqual({ kind: "read", language: "pl", units: [plain] });
  });

  it("is taken as UTF-8 where it names no encoding", () => {
    expect(written(`${head}msgctxt "a:one"\nmsgid "Send"\nmsgstr "Wyślij"\n`)).toMatchObject({ units: [plain] });
  });

  it.each([
    ["is empty", ""],
    ["is something else", '{ "a": "b" }'],
    ["has no head", 'msgctxt "a:one"\nmsgid "Send"\nmsgstr "Wyślij"\n'],
    ["breaks off", `${head}msgctxt "a:one"\nmsgid "Send"\nmsgstr "Wyś`],
    ["says a string twice", `${head}${'msgctxt "a:one"\nmsgid "Send"\nmsgstr "Wyślij"\n\n'.repeat(2)}`],
    ["has forms of its own", `${head}msgctxt "a:one"\nmsgid "Send"\nmsgid_plural "Sends"\nmsgstr[0] "Wyślij"\n`],
  ])("is not read where it %s", (_, text) => {
    expect(written(text)).toEqual({ kind: "unreadable", because: expect.stringContaining("no PO file") });
  });
});
