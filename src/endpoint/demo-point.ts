import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { usualCodeHours } from "../wire/coordination.ts";
import { accountsFile } from "./endpoint.ts";
import { enrolmentNote } from "./enrolment-note.ts";
import { addPoint, makeCode } from "./point-making.ts";
import { sqlitePoints } from "./sqlite-points.ts";

/** The Connect point of the demonstration. No such place exists. */
export const demoPoint = { id: "demo-library", tier: "2", name: "Demonstration Library" };

/** Makes the demonstration's Connect point where there is none yet, and a fresh code, and tells how to let a tablet in. */
export async function enrollingNote(folder: string, appAddress: string): Promise<string> {
  const points = sqlitePoints(accountsFile(join(folder, "data")));
  try {
    const making = { points, now: Date.now, chance: randomBytes };
    await addPoint(making, demoPoint);
    const [point, made] = [await points.point(demoPoint.id), await makeCode(making, demoPoint.id, usualCodeHours)];
    return point && made ? enrolmentNote(appAddress, point, made) : "";
  } finally {
    await points.close();
  }
}
