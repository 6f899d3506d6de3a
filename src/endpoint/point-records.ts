import type { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import { tabletList } from "../wire/coordination.ts";
import { type ConnectPoint, connectPoint } from "../wire/enrolment.ts";
import { eventWriter } from "./point-events.ts";
import type { PointRecords } from "./points.ts";
import { inTransaction } from "./transaction.ts";

const eventRows = z.array(
  z.object({
    at: z.string(),
    point: z.string(),
    tablet: z.nullable(z.string()),
    event: z.enum(["added", "changed", "codeMade", "enrolled", "tokenChanged", "revoked"]),
  }),
);
const tabletRows = tabletList.shape.tablets;

/** A row of `points`, or of a query that has its columns, as a point. */
export function pointIn({ point, name, tier, settings }: Readonly<Record<string, unknown>>): ConnectPoint {
  return connectPoint.parse({ id: point, name, tier, settings: JSON.parse(String(settings)) });
}

export function pointRecords(database: DatabaseSync): Omit<PointRecords, "enrol" | "addCode"> {
  const list = database.prepare("SELECT id AS point, name, tier, settings FROM points ORDER BY id");
  const find = database.prepare("SELECT id AS point, name, tier, settings FROM points WHERE id = ?");
  const events = database.prepare("SELECT at, point, tablet, event FROM point_events WHERE point = ? ORDER BY number");
  const tablets = database.prepare(
    `SELECT id AS tablet, enrolled_at AS enrolledAt, revoked_at AS revokedAt FROM tablets WHERE point = ?
     ORDER BY enrolled_at, id`,
  );
  const put = putting(database);
  const revoke = revoking(database);
  return {
    putPoint: async (point, at) => inTransaction(database, () => put(point, at)),
    points: async () => list.all().map(pointIn),
    point: async (id) => {
      const row = find.get(id);
      return row === undefined ? null : pointIn(row);
    },
    events: async (point) => eventRows.parse(events.all(point)),
    tablets: async (point) => tabletRows.parse(tablets.all(point).map((row) => ({ ...row }))),
    revokeTablet: async (...tablet) => inTransaction(database, () => revoke(...tablet)),
  };
}

function putting(database: DatabaseSync): (point: ConnectPoint, at: string) => void {
  const find = database.prepare("SELECT 1 FROM points WHERE id = ?");
  const put = database.prepare(
    `INSERT INTO points (id, name, tier, settings) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, tier = excluded.tier, settings = excluded.settings`,
  );
  const note = eventWriter(database);
  return ({ id, name, tier, settings }, at) => {
    const event = find.get(id) === undefined ? "added" : "changed";
    put.run(id, name, tier, JSON.stringify(settings));
    note({ at, point: id, tablet: null, event });
  };
}

function revoking(database: DatabaseSync): (point: string, tablet: string, at: string) => boolean {
  const find = database.prepare("SELECT 1 FROM tablets WHERE point = ? AND id = ?");
  const revoke = database.prepare("UPDATE tablets SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL");
  const note = eventWriter(database);
  return (point, tablet, at) => {
    if (find.get(point, tablet) === undefined) return false;
    if (revoke.run(tablet, at).changes === 1) note({ at, point, tablet, event: "revoked" });
    return true;
  };
}
