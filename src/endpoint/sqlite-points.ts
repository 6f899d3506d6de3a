import type { DatabaseSync } from "node:sqlite";
import { coordinatorTokens } from "./coordinator-tokens.ts";
import { enrolling } from "./enrolling.ts";
import { pointRecords } from "./point-records.ts";
import type { Points } from "./points.ts";
import { openPoints } from "./points-database.ts";
import { tabletTokens } from "./tablet-tokens.ts";

/** Connect points in SQLite: the command line changes them while letters come in. */
export function sqlitePoints(file: string): Points {
  const database = openPoints(file);
  return {
    ...pointRecords(database),
    ...enrolling(database),
    ...tabletTokens(database),
    ...coordinatorTokens(database),
    close: async () => closed(database),
  };
}

function closed(database: DatabaseSync): void {
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
}
