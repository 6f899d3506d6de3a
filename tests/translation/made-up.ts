import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A small folder of languages of one's own, to be exported and imported in. Every file that is given is JSON. */
export class MadeUpLocales {
  readonly folder: string = mkdtempSync(join(tmpdir(), "connect-locales-"));

  constructor(files: Readonly<Record<string, unknown>>) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: unknown): void {
    const place = join(this.folder, name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  }

  read = (name: string): string => readFileSync(join(this.folder, name), "utf8");

  /** Every file with its text. */
  all(): Readonly<Record<string, string>> {
    const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const names = entries.map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1)).toSorted();
    return Object.fromEntries(names.map((name) => [name, this.read(name)]));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

export const draft = { status: "draft", by: null, on: null, note: "Nobody has read it." };

/** English, and a Polish that is complete and of which nobody has noted yet what English it says. */
export const small = {
  "languages.json": { "en-GB": {}, pl: {} },
  "critical.json": { "report:delete*": "It cannot be got back." },
  "en-GB/review.json": { ...draft, status: "source" },
  "en-GB/desk.json": { lock: "Lock" },
  "en-GB/report.json": {
    title: "Your report",
    delete: "Delete {{name}}",
    left_one: "{{count}} report",
    left_other: "{{count}} reports",
  },
  "en-GB/interface.json": { back: "Back" },
  "pl/review.json": draft,
  "pl/report.json": {
    title: "Twoje zgłoszenie",
    delete: "Usuń: {{name}}",
    left_one: "{{count}} zgłoszenie",
    left_few: "{{count}} zgłoszenia",
    left_many: "{{count}} zgłoszeń",
    left_other: "{{count}} zgłoszenia",
  },
  "pl/interface.json": { back: "Wstecz" },
} as const;
