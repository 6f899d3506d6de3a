import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { globSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { writeNewKeys } from "../../src/keys/write.ts";
import { thamesValley } from "../guidance/area.ts";

const area = "tests/deployments/elsewhere";
const folder = resolve("var/test/elsewhere");
const textIn = (pattern: string) =>
  globSync(join(folder, "app", pattern))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n")
    .replaceAll(/[\u2009\u202f]/g, " ");
let said = "";

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  const { keysFile } = await writeNewKeys(join(folder, "keys"), ["police", "library"], {
    chance: randomBytes,
    scryptWork: 10,
  });
  const { PATH, HOME } = process.env; // not the test runner's own: it would build a program for tests
  const vite = [
    resolve("node_modules/vite/bin/vite.js"),
    "build",
    "--logLevel",
    "warn",
    "--outDir",
    join(folder, "app"),
  ];
  const built = spawnSync(process.execPath, vite, {
    env: { PATH, HOME, CONNECT_KEYS: keysFile, CONNECT_DEPLOYMENT: area },
    encoding: "utf8",
  });
  said = built.stderr;
  expect(built.status, built.stderr).toBe(0);
});

describe("an area that nobody thought of when the product was written", () => {
  it("has its own people to turn to, in its own words, and nobody else's", () => {
    const page = textIn("en-GB/support/index.html");
    for (const text of [
      "Elsewhere Victims’ Help",
      "The Elsewhere Listeners",
      "They listen to people who met racism.",
    ]) {
      expect(page).toContain(text);
    }
    expect(page).toContain('href="tel:01632960002"');
    expect(page).toContain("Usually open: Monday – Friday, 09:00–17:00");
    expect(page).toContain("Checked on 1 November 2026.");
    const everything = textIn("**/*.{html,js}");
    const theirs = thamesValley.flatMap(({ ways }) => ways.map(({ to }) => to)).filter((to) => to.startsWith("https"));
    expect(theirs.filter((to) => everything.includes(to))).toEqual([]);
  });

  it("sends reports to its own organisations, and says what each of them does", () => {
    const program = textIn("assets/**/*.js");
    for (const text of ["Elsewhere Police", "Elsewhere Library", "The library keeps a list"]) {
      expect(program).toContain(text);
    }
    expect(program).not.toContain("Thames Valley Police");
  });

  it("shows nobody who has expired, and tells whoever builds it", () => {
    expect(textIn("**/*.{html,js}")).not.toContain("The Line That Was");
    expect(said).toMatch(/"closedLine" has expired/);
  });
});
