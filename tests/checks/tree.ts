import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const leftOut = new Set([".git", "node_modules", "dist", "var"]);

/** A copy of all that is checked and built, to be spoilt or built in. It shares the installed packages. */
export class Tree {
  readonly folder: string = mkdtempSync(join(tmpdir(), "connect-tree-"));

  constructor() {
    for (const name of readdirSync(".").filter((entry) => !leftOut.has(entry)))
      cpSync(name, join(this.folder, name), { recursive: true });
    symlinkSync(resolve("node_modules"), join(this.folder, "node_modules"));
  }

  /** Adds a file that was not there. */
  plant(file: string, text: string): void {
    const place = join(this.folder, file);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text, { flag: "wx" });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
