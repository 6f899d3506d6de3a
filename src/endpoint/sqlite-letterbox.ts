import { once } from "node:events";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { gathered } from "./gathered.ts";
import { letterReader } from "./letter-reader.ts";
import type { Arrival, Letterbox, Unable } from "./letterbox.ts";
import { openForReading, type WriterSettings } from "./letters-database.ts";
import { distantWriter } from "./thread-calls.ts";

const writerThread: URL = new URL("./writer-thread.ts", import.meta.url);
const checkpointThread: URL = new URL("./checkpoint-thread.ts", import.meta.url);

const flooded: Unable = { kind: "unable", because: "flooded" };
const closed: Unable = { kind: "unable", because: "closed" };
const batches = { inOneBatch: 64, waiting: 256 };

export interface LetterboxParts {
  /** The program of the writing thread. */
  readonly thread?: URL;
  /** Hears that the writing thread died: nothing can be taken in any more until the program is started again. */
  readonly broken?: (error: unknown) => void;
}

/**
 * Letters in one SQLite file beside the program: the store that needs nothing else. One thread writes, one tidies, this
 * one reads.
 * Submissions that come together share one commit, and each is answered after it.
 */
export async function sqliteLetterbox(
  settings: WriterSettings,
  { thread = writerThread, broken = () => {} }: LetterboxParts = {},
): Promise<Letterbox> {
  const worker = new Worker(thread, { workerData: settings });
  await once(worker, "message"); // it says so when the file is open; when it cannot be opened, this throws why
  worker.once("error", broken);
  const writer = distantWriter(worker);
  const reader = letterReader(openForReading(settings.file));
  const checkpointer = new Worker(checkpointThread, { workerData: settings });
  const keeping = gathered(async (arrivals: readonly Arrival[]) => {
    const kept = await writer.keepAll(arrivals);
    checkpointer.postMessage("committed");
    return kept;
  }, batches);
  let open = true;
  return {
    keep: async (arrival) => (open ? ((await keeping.ask(arrival)) ?? flooded) : closed),
    waiting: async (...range) => reader.waiting(...range),
    letter: async (...name) => reader.letter(...name),
    acknowledge: async (...letter) => (open ? writer.acknowledge(...letter) : closed),
    ready: async () => open && (await hasRoom(settings.file)) && (await writer.ready()),
    close: async () => {
      open = false;
      await keeping.finished();
      reader.close();
      await checkpointer.terminate();
      await writer.close();
      await worker.terminate();
    },
  };
}

const leastRoomBytes = 16 * 1024 * 1024;

/** Whether the disk takes a few more submissions of the largest size. */
async function hasRoom(file: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(dirname(file));
  return bavail * bsize >= leastRoomBytes;
}
