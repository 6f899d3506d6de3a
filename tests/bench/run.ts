import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { coldVisits } from "./cold-visits.ts";
import { benchEndpoint, endpointReport } from "./endpoint.ts";
import type { Figure } from "./figures.ts";
import { type Ground, makeGround } from "./ground.ts";
import { keystrokes } from "./keystrokes.ts";
import { laterVisits } from "./later-visits.ts";
import { drain, listOpens } from "./outbox.ts";
import { sending } from "./sending.ts";
import { tableOf } from "./table.ts";
import { tabletDay } from "./tablet.ts";
import { weightOf } from "./weight.ts";

const usage = `Measures the app beside bare HTML, and the endpoint beside bare SQLite, on this machine.

  npm run bench -- [--quick] [--only cold,typing,later,sending,list,drain,tablet,endpoint]

--quick takes one or two samples of each instead of five to nine. Figures of one run may be compared with each other,
and with nothing else. Everything is written to var/bench/figures.json as well.
`;

type Part = (ground: Ground, quick: boolean) => Promise<readonly Figure[]>;

const parts: Readonly<Record<string, Part>> = {
  async cold(ground, quick) {
    const { figures, loads } = await coldVisits(ground, quick ? 1 : 5);
    return [...weightOf(loads), ...figures];
  },
  typing: (ground, quick) => keystrokes(ground, quick ? 2 : 7),
  later: (ground, quick) => laterVisits(ground, quick ? 2 : 9),
  sending: (ground, quick) => sending(ground, quick ? 1 : 5),
  list: (ground, quick) => listOpens(ground, quick ? 2 : 9, 1_000),
  drain: (ground, quick) => drain(ground, 1, quick ? 200 : 1_000),
  tablet: (ground, quick) => tabletDay(ground, quick ? 2 : 5, 200, 20),
};

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" }, help: { type: "boolean" } },
});
const known = [...Object.keys(parts), "endpoint"];
const wanted = values.only?.split(",") ?? known;
if (values.help || wanted.some((name) => !known.includes(name))) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 2);
}

const results: Record<string, unknown> = {};

function keep(name: string, result: unknown): void {
  const [load] = loadavg();
  results[name] = { at: new Date().toISOString(), load, result };
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, node: process.version };
  mkdirSync("var/bench", { recursive: true });
  writeFileSync("var/bench/figures.json", JSON.stringify({ machine, results }, null, 1));
}

async function benchTheApp(names: readonly string[]): Promise<void> {
  const ground = await makeGround();
  try {
    for (const name of names) {
      const figures = (await parts[name]?.(ground, values.quick)) ?? [];
      keep(name, figures);
      process.stdout.write(`\n${name}\n${tableOf(figures)}\n`);
    }
  } finally {
    ground.close();
  }
}

const ofTheApp = wanted.filter((name) => name in parts);
if (ofTheApp.length > 0) await benchTheApp(ofTheApp);
if (wanted.includes("endpoint")) {
  const scope = values.quick ? { submissions: 500, rounds: 1 } : { submissions: 3_000, rounds: 3 };
  const figures = await benchEndpoint({ ...scope, connections: 16 });
  keep("endpoint", figures);
  process.stdout.write(`\nendpoint\n${endpointReport(figures)}\n`);
}
