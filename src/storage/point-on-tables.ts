import type { Announcer } from "./announcer.ts";
import type { Enrolment, PointStore, PointWrite } from "./point.ts";
import { believedAsking, believedEnrolment, type EnrolmentRow } from "./records.ts";
import { releaseRefused } from "./refused.ts";
import type { Rows, Tables } from "./tables.ts";
import { newTabletToken } from "./tablet-token.ts";

export function pointOn(tables: Tables, announcer: Announcer): PointStore {
  return {
    async enrolment() {
      const row = await tables.read(["about"], readEnrolment);
      return row === null ? null : enrolmentOf(row);
    },
    async enrol(enrolment) {
      const row: EnrolmentRow = { id: "enrolment", ...enrolment };
      const written = await tables.write(["about", "parcels"], async (rows) => {
        await rows.put("about", row);
        await rows.remove("about", "tokenToAskWith");
        await releaseRefused(rows);
      });
      announcer.announce();
      return outcomeOf(written.kind);
    },
    async learn(change, whileToken) {
      const written = await tables.write(["about"], async (rows) => {
        const row = await readEnrolment(rows);
        if (row === null) return false;
        if (whileToken !== undefined && row.token !== whileToken) return isLearnt(row, change);
        await rows.put("about", { ...row, ...change });
        return true;
      });
      if (written.kind === "done" && !written.value) return { kind: "failed" };
      announcer.announce();
      return outcomeOf(written.kind);
    },
    async tokenToAskWith() {
      const token = newTabletToken();
      const written = await tables.write(["about"], async (rows) => {
        const before = believedAsking(await rows.get("about", "tokenToAskWith"));
        if (before === null) await rows.put("about", { id: "tokenToAskWith", token });
        return before?.token ?? token;
      });
      return written.kind === "done" ? written.value : null;
    },
  };
}

async function readEnrolment(rows: Rows): Promise<EnrolmentRow | null> {
  return believedEnrolment(await rows.get("about", "enrolment"));
}

function enrolmentOf({ id: _, ...enrolment }: EnrolmentRow): Enrolment {
  return enrolment;
}

/** A change of the token that was done already before the database was lost and opened again. */
function isLearnt(row: EnrolmentRow, change: Partial<Enrolment>): boolean {
  return change.token !== undefined && change.token === row.token;
}

function outcomeOf(kind: PointWrite["kind"]): PointWrite {
  return { kind };
}
