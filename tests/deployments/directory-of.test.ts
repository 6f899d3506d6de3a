import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { denied } from "../../vite.denied.ts";
import { directoryOf } from "../../vite.directory.ts";

const about = { victimsFirst: "Help.", listeners: "They listen.", closedLine: "It was there." };
const today = "2026-11-25";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "area-"));
  cpSync("tests/deployments/elsewhere", folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function change(name: string, from: string, to: string): void {
  const file = path.join(folder, name);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe("the directory that a build shows", () => {
  it("is what has not expired; what has is named to whoever builds", () => {
    const { entries, warnings } = directoryOf(folder, about, today);
    expect(entries.map(({ id }) => id)).toEqual(["victimsFirst", "listeners"]);
    expect(warnings).toEqual([expect.stringMatching(/"closedLine" has expired/)]);
    expect(directoryOf(folder, about, "2020-06-01").entries).toHaveLength(3);
  });

  it.each([...denied.numbers, ...denied.names])(
    "is none while it names %s, which is closed, taken over or too old",
    (what) => {
      const isNumber = (denied.numbers as readonly string[]).includes(what);
      if (isNumber) change("directory.json", "01632 960002", what.replaceAll(" ", ""));
      else change("directory.json", "The Elsewhere Listeners", what);
      expect(() => directoryOf(folder, about, today)).toThrow(
        `directory.json: "${what}" is closed, taken over or too old`,
      );
    },
  );

  it("is none while a contact is closed", () => {
    change("contacts.json", "0800 1111", "0808 802 1155");
    expect(() => directoryOf(folder, about, today)).toThrow(/contacts\.json: "0808 802 1155"/);
  });

  it("is none while a file is broken or missing, and says which and where", () => {
    change("directory.json", '"group": "here"', '"group": "there"');
    expect(() => directoryOf(folder, about, today)).toThrow(new RegExp(`${folder} .*\\n.*listeners\\.group`));
    change("directory.json", '"version": 1,', '"version": 1');
    expect(() => directoryOf(folder, about, today)).toThrow(/directory\.json: .*JSON/);
    rmSync(path.join(folder, "contacts.json"));
    expect(() => directoryOf(folder, about, today)).toThrow(/contacts\.json/);
  });

  it("is none while nobody has said in English what somebody is for", () => {
    const { listeners: _, ...less } = about;
    expect(() => directoryOf(folder, less, today)).toThrow(/no English words in directory:about for listeners/);
  });
});
