import type { SavedFile } from "./saved-files.ts";

/** Hands a file to the browser to save. Its address ends with the download. */
export function download({ name, type, content }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers begin only after the click has returned
}
