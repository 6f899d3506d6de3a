import type { DatabaseSync, StatementSync } from "node:sqlite";
import * as z from "zod/mini";
import { eventWriter } from "./point-events.ts";
import { pointIn } from "./point-records.ts";
import type { KnownTablet, TabletTokens, TokenChange } from "./points.ts";
import { inTransaction } from "./transaction.ts";

const tabletRow = z.object({ tablet: z.string(), isNew: z.int() });

/** What is looked up with a token's hash, new or old, of a tablet that was not revoked. */
export function tabletByToken(database: DatabaseSync): StatementSync {
  return database.prepare(
    `SELECT tablets.id AS tablet, next_token_hash IS ?1 AS isNew, point, name, tier, settings
     FROM tablets JOIN points ON points.id = tablets.point
     WHERE (token_hash = ?1 OR next_token_hash = ?1) AND revoked_at IS NULL`,
  );
}

/** Tablets as requests name them. Looking up reads only, but for the first use of a new token. */
export function tabletTokens(database: DatabaseSync): TabletTokens {
  const find = tabletByToken(database);
  const owner = database.prepare("SELECT id FROM tablets WHERE token_hash = ?1 OR next_token_hash = ?1");
  const promise = database.prepare("UPDATE tablets SET next_token_hash = ?2 WHERE id = ?1 AND token_hash IS NOT ?2");
  const replace = replacing(database);

  const known = (tokenHash: Uint8Array): (KnownTablet & { readonly isNew: boolean }) | null => {
    const row = find.get(tokenHash);
    if (row === undefined) return null;
    const { tablet, isNew } = tabletRow.parse(row);
    return { tablet, point: pointIn(row), isNew: isNew === 1 };
  };
  const change = (tokenHash: Uint8Array, newHash: Uint8Array, at: string): TokenChange => {
    const asking = known(tokenHash);
    if (asking === null) return "unknownTablet";
    const other = owner.get(newHash)?.id;
    if (other !== undefined && other !== asking.tablet) return "tokenTaken";
    if (asking.isNew) replace(asking, at);
    promise.run(asking.tablet, newHash);
    return "changed";
  };
  return {
    tabletOf: async (tokenHash, at) => {
      const found = known(tokenHash);
      if (found?.isNew) inTransaction(database, () => replace(found, at));
      return found && { tablet: found.tablet, point: found.point };
    },
    changeToken: async (...tokens) => inTransaction(database, () => change(...tokens)),
  };
}

/** The new token takes the old one's place, once: of two that use it first at the same time, one finds it done. */
function replacing(database: DatabaseSync): (known: KnownTablet, at: string) => void {
  const replace = database.prepare(
    `UPDATE tablets SET token_hash = next_token_hash, next_token_hash = NULL
     WHERE id = ? AND next_token_hash IS NOT NULL`,
  );
  const note = eventWriter(database);
  return ({ tablet, point }, at) => {
    if (replace.run(tablet).changes === 1) note({ at, point: point.id, tablet, event: "tokenChanged" });
  };
}
