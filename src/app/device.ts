import { type Opening, openStorage } from "../storage/storage.ts";
import { thisBrowser } from "../storage/this-browser.ts";
import { scriptAddress } from "./trusted.ts";

let opening: Promise<Opening> | null = null;

/** What this device keeps, opened once for the page: whoever writes and whoever delivers share it. */
export function device(): Promise<Opening> {
  opening ??= openStorage(undefined, { ...thisBrowser(), thread }).then((opened) => {
    if (opened.kind === "blocked") opening = null; // asked again when the other window is closed
    return opened;
  });
  return opening;
}

const thread = () => new Worker(scriptAddress("stretchThread"), { type: "module" });
