import type { DatabaseSync } from "node:sqlite";
import type { PointEvent } from "./points.ts";

/** Writes down what happens to Connect points; inside the transaction in which it happens. */
export function eventWriter(database: DatabaseSync): (event: PointEvent) => void {
  const add = database.prepare("INSERT INTO point_events (at, point, tablet, event) VALUES (?, ?, ?, ?)");
  return ({ at, point, tablet, event }) => void add.run(at, point, tablet, event);
}
