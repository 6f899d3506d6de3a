import type { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import type { Coordinators } from "./points.ts";

const rows = z.array(z.object({ id: z.string(), madeAt: z.string() }));

export function coordinatorTokens(database: DatabaseSync): Coordinators {
  const add = database.prepare("INSERT INTO coordinators (id, made_at, hash) VALUES (?, ?, ?)");
  const list = database.prepare("SELECT id, made_at AS madeAt FROM coordinators ORDER BY made_at, id");
  const revoke = database.prepare("DELETE FROM coordinators WHERE id = ?");
  const find = database.prepare("SELECT 1 FROM coordinators WHERE hash = ?");
  return {
    addCoordinator: async ({ id, madeAt }, hash) => void add.run(id, madeAt, hash),
    coordinators: async () => rows.parse(list.all()),
    revokeCoordinator: async (id) => revoke.run(id).changes === 1,
    isCoordinator: async (hash) => find.get(hash) !== undefined,
  };
}
