import { lockWhenIdle } from "./idle-lock.ts";
import type { Writing } from "./writing.ts";

/** Watches over an open report: locks it when nobody touches it, and saves before the page goes out of sight. */
export function guard(writing: Writing): () => void {
  return lockWhenIdle(
    () => writing.lock(),
    () => void writing.arrivals.keeping()?.flush(),
  );
}
