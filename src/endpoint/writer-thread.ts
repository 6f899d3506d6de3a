import { parentPort, workerData } from "node:worker_threads";
import { letterWriter } from "./letter-writer.ts";
import { openForWriting, type WriterSettings } from "./letters-database.ts";
import { answerCalls } from "./thread-calls.ts";

/**
 * The thread that waits for the disk. A write may wait seconds for a lock or a slow disk; on its own thread it keeps
 * nobody from loading a page meanwhile.
 */
const settings: WriterSettings = workerData;
if (parentPort !== null) answerCalls(parentPort, letterWriter(openForWriting(settings)));
