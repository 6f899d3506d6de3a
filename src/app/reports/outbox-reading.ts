import { useEffect } from "preact/hooks";
import type { Outbox } from "../../storage/outbox.ts";
import { nowAndThen } from "./now-and-then.ts";

/** Drawing reports anew takes a slow phone as long as sending some. */
const betweenReadingsMs = 1_000;

/** Reads at once, and again when something in the outbox changed or `read` is another one. */
export function useOutboxReading(outbox: Outbox, read: () => Promise<void>): void {
  useEffect(() => {
    const reading = nowAndThen(() => void read(), betweenReadingsMs);
    reading.ask();
    const forget = outbox.changes(reading.ask);
    return () => {
      forget();
      reading.stop();
    };
  }, [outbox, read]);
}
