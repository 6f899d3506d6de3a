import type { Remembered } from "./remembered-identity.ts";
import type { SavedFile } from "./saved-files.ts";

/** What pages ask of the browser. */
export interface Room {
  readonly remembered: Remembered;
  readonly organisationName: (id: string) => string;
  save(file: SavedFile): void;
  print(): void;
}
