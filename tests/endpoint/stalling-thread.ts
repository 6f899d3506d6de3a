import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { letterWriter } from "../../src/endpoint/letter-writer.ts";
import { openForWriting } from "../../src/endpoint/letters-database.ts";
import { answerCalls } from "../../src/endpoint/thread-calls.ts";

/** The writer's thread, but its second commit stops for ever at a named point, so that a test can kill it there. */
const { point, ...settings } = workerData;
const database = openForWriting(settings);
const exec = database.exec.bind(database);
let commits = 0;

database.exec = (sql: string) => {
  if (sql !== "COMMIT") return exec(sql);
  commits += 1;
  if (commits === 2 && point === "beforeCommit") stopHere();
  exec(sql);
  if (commits === 2 && point === "afterCommit") stopHere();
};

function stopHere(): void {
  writeSync(1, `stopped ${point}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

if (parentPort !== null) answerCalls(parentPort, letterWriter(database));
