import type { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import type { EnrolmentRefusal } from "../wire/enrolment.ts";
import { eventWriter } from "./point-events.ts";
import { pointIn } from "./point-records.ts";
import type { Applicant, Enrolling, KeptCode, PointRecords } from "./points.ts";
import { tabletByToken } from "./tablet-tokens.ts";
import { inTransaction } from "./transaction.ts";

const codeRow = z.object({ point: z.string(), expiresAt: z.string(), usedBy: z.nullable(z.string()) });

/** Codes, and tablets that come with one. Each call is one transaction, so that a code lets in one tablet. */
export function enrolling(database: DatabaseSync): Pick<PointRecords, "addCode" | "enrol"> {
  const add = addingCodes(database);
  const enrol = lettingIn(database);
  return {
    addCode: async (code) => inTransaction(database, () => add(code)),
    enrol: async (applicant) => inTransaction(database, () => enrol(applicant)),
  };
}

function addingCodes(database: DatabaseSync): (code: KeptCode) => boolean {
  const add = database.prepare(
    `INSERT INTO enrolment_codes (hash, point, made_at, expires_at)
     SELECT ?, id, ?, ? FROM points WHERE id = ?`,
  );
  const note = eventWriter(database);
  return ({ hash, point, madeAt, expiresAt }) => {
    if (add.run(hash, madeAt, expiresAt, point).changes === 0) return false;
    note({ at: madeAt, point, tablet: null, event: "codeMade" });
    return true;
  };
}

function lettingIn(database: DatabaseSync): (applicant: Applicant) => Enrolling {
  const find = database.prepare(
    "SELECT point, expires_at AS expiresAt, used_by AS usedBy FROM enrolment_codes WHERE hash = ?",
  );
  const owner = database.prepare("SELECT 1 FROM tablets WHERE token_hash = ?1 OR next_token_hash = ?1");
  const known = tabletByToken(database);
  const add = database.prepare("INSERT INTO tablets (id, point, token_hash, enrolled_at) VALUES (?, ?, ?, ?)");
  const use = database.prepare("UPDATE enrolment_codes SET used_by = ? WHERE hash = ?");
  const note = eventWriter(database);

  /** Its tablet as it stands under this token, which may have been let in just now or by an answer that was lost. */
  const standing = (tokenHash: Uint8Array, tablet: string): Enrolling => {
    const row = known.get(tokenHash);
    if (row === undefined || row.tablet !== tablet) return refused("usedCode");
    return { kind: "enrolled", tablet, point: pointIn(row) };
  };

  return ({ codeHash, tokenHash, tablet, at }) => {
    const row = find.get(codeHash);
    if (row === undefined) return refused("wrongCode");
    const { point, expiresAt, usedBy } = codeRow.parse(row);
    if (usedBy !== null) return standing(tokenHash, usedBy);
    if (at >= expiresAt) return refused("expiredCode");
    if (owner.get(tokenHash) !== undefined) return { kind: "tokenTaken" };
    add.run(tablet, point, tokenHash, at);
    use.run(tablet, codeHash);
    note({ at, point, tablet, event: "enrolled" });
    return standing(tokenHash, tablet);
  };
}

function refused(because: EnrolmentRefusal): Enrolling {
  return { kind: "refused", because };
}
