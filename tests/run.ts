import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureNeeds } from "./checks/needs.ts";
import { lineOf, sumOf, type Tally, tallyOf } from "./checks/tally.ts";

/** One after the other: each starts browsers of its own, and two at once would only make both slow. */
const projects = ["core", "browser", "journeys"];
const reports = join("var", "test");
const filters = process.argv.slice(2);

async function run(project: string): Promise<Tally> {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const words = ["run", "--project", project, "--passWithNoTests", "--reporter=default", "--reporter=json"];
  const child = spawn("vitest", [...words, `--outputFile.json=${report}`, ...filters], { stdio: "inherit" });
  const [code] = await once(child, "close");
  return tallyOf(existsSync(report) ? readFileSync(report, "utf8") : null, code ?? 1);
}

async function runAll(): Promise<Tally> {
  if (!ensureNeeds(console.log)) return { passed: 0, failed: 1, skipped: 0 };
  mkdirSync(reports, { recursive: true });
  const tallies: Tally[] = [];
  for (const project of projects) tallies.push(await run(project));
  return sumOf(tallies);
}

const tally = await runAll();
console.log(lineOf(tally));
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
