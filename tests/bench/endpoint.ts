import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeNewKeys } from "../../src/keys/write.ts";
import type { Load } from "./endpoint-load.ts";

export interface EndpointBench {
  readonly submissions: number;
  readonly connections: number;
  readonly rounds: number;
}

export interface EndpointFigures {
  readonly submissionsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** One row with the same bytes, each in its own transaction that the disk has before the next begins. */
  readonly bareTransactionsPerSecond: number;
  /** The same with a row of 100 bytes. */
  readonly bareSmallTransactionsPerSecond: number;
  readonly ratio: number;
  readonly letterBytes: number;
  readonly refused: number;
}

const organisations = ["police", "victimsFirst", "council"];
const letterBytes = 16 * 1024 + 400; // a full report, padded to its size step, and what age adds

/** Submissions a second beside bare transactions of the same bytes, taken in turns in the same run; medians. */
export async function benchEndpoint(bench: EndpointBench): Promise<EndpointFigures> {
  const folder = mkdtempSync(join(tmpdir(), "connect-bench-"));
  const bodyFile = join(folder, "body.json");
  writeFileSync(bodyFile, JSON.stringify({ version: 1, letters: organisations.map(letterFor) }));
  const loads: Load[] = [];
  const bare: number[] = [];
  const small: number[] = [];
  try {
    await makePlaces(folder);
    for (let round = 0; round < bench.rounds; round++) {
      bare.push(bareTransactions(folder, bench.submissions, letterBytes * organisations.length));
      small.push(bareTransactions(folder, bench.submissions, 100));
      loads.push(await endpointUnderLoad(folder, bodyFile, bench));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const rates = loads.map((load) => load.answered / load.seconds);
  return {
    submissionsPerSecond: median(rates),
    p50Ms: median(loads.map((load) => load.p50Ms)),
    p99Ms: median(loads.map((load) => load.p99Ms)),
    bareTransactionsPerSecond: median(bare),
    bareSmallTransactionsPerSecond: median(small),
    ratio: median(rates.map((rate, round) => rate / (bare[round] ?? Number.NaN))),
    letterBytes,
    refused: loads.reduce((sum, load) => sum + load.refused, 0),
  };
}

export function endpointReport(figures: EndpointFigures): string {
  const whole = (n: number) => Math.round(n).toLocaleString("en-GB");
  return [
    "Endpoint, SQLite, synchronous=FULL: three letters of 16 kB a submission, 16 connections from another process",
    `  submissions a second             ${whole(figures.submissionsPerSecond)}`,
    `  answered within, median / p99    ${figures.p50Ms.toFixed(1)} ms / ${figures.p99Ms.toFixed(1)} ms`,
    `  bare transactions, same bytes    ${whole(figures.bareTransactionsPerSecond)} a second`,
    `  bare transactions, 100 bytes     ${whole(figures.bareSmallTransactionsPerSecond)} a second`,
    `  ratio to the same bytes          ${figures.ratio.toFixed(2)} (goal 0.5 or more)`,
    figures.refused === 0 ? "" : `  REFUSED ${figures.refused}: the figures above are not valid`,
  ].join("\n");
}

function letterFor(organisation: string) {
  const bytes = Buffer.concat([Buffer.from("age-encryption.org/v1\n"), randomBytes(letterBytes - 22)]);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return { organisation, digest, age: bytes.toString("base64") };
}

async function makePlaces(folder: string): Promise<void> {
  for (const program of ["app", "desk"]) mkdirSync(join(folder, program, "assets"), { recursive: true });
  await writeNewKeys(join(folder, "keys"), organisations, { chance: randomBytes, scryptWork: 2 });
}

function bareTransactions(folder: string, count: number, bytes: number): number {
  const file = join(folder, `bare-${randomBytes(4).toString("hex")}.sqlite`);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  database.exec("CREATE TABLE bare (id INTEGER PRIMARY KEY, content BLOB NOT NULL)");
  const insert = database.prepare("INSERT INTO bare (content) VALUES (?)");
  const content = randomBytes(bytes);
  const began = performance.now();
  for (let n = 0; n < count; n++) insert.run(content);
  const perSecond = count / ((performance.now() - began) / 1000);
  database.close();
  return perSecond;
}

async function endpointUnderLoad(folder: string, bodyFile: string, bench: EndpointBench): Promise<Load> {
  const dataFolder = join(folder, `data-${randomBytes(4).toString("hex")}`);
  const { child, port } = await startedServer(folder, dataFolder);
  try {
    await loadFrom(port, bodyFile, Math.min(300, bench.submissions), bench.connections); // warm, as a server is
    return await loadFrom(port, bodyFile, bench.submissions, bench.connections);
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

async function loadFrom(port: string, bodyFile: string, submissions: number, connections: number): Promise<Load> {
  const program = fileURLToPath(new URL("./endpoint-load.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    port,
    bodyFile,
    String(submissions),
    String(connections),
  ]);
  return JSON.parse(stdout);
}

async function startedServer(folder: string, dataFolder: string): Promise<{ child: ChildProcess; port: string }> {
  const program = fileURLToPath(new URL("./endpoint-server.ts", import.meta.url));
  const child = spawn(process.execPath, [program, folder, dataFolder], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await once(child.stdout, "data");
  return { child, port: String(port).trim() };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

if (import.meta.main) {
  const figures = await benchEndpoint({ submissions: 2000, connections: 16, rounds: 3 });
  process.stdout.write(`${endpointReport(figures)}\n`);
}
