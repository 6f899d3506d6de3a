import { type Opening, openStorage } from "../storage/storage.ts";

let opening: Promise<Opening> | null = null;

/** What this device keeps, opened once for the page: whoever writes and whoever delivers share it. */
export function device(): Promise<Opening> {
  opening ??= openStorage().then((opened) => {
    if (opened.kind === "blocked") opening = null; // asked again when the other window is closed
    return opened;
  });
  return opening;
}
