import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";

/**
 * The thread that folds the write-ahead log into the file after commits, so that no device waits for it: a passive
 * checkpoint stops no writer. Asked once or often meanwhile, it folds once.
 */
const database = new DatabaseSync(workerData.file, { timeout: 1000 });
const pauseMs = 50;
const largeLogFrames = 8192; // 32 MiB

let _asked: Promise<void> | null = null;
parentPort?.on("message", () => {
  _asked ??= pause(pauseMs).then(fold);
});

function fold(): void {
  _asked = null;
  try {
    const { log } = database.prepare("PRAGMA wal_checkpoint(PASSIVE)").get() ?? {};
    // Under steady load it never quite catches up; a log grown large is finished while the writer waits, which is short.
    if (Number(log) > largeLogFrames) database.exec("PRAGMA wal_checkpoint(RESTART)");
  } catch {
    // A full disk or a lock. Every letter is safe in the log, and the next commit asks again.
  }
}
