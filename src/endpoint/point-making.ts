import type { MadeCode } from "../wire/coordination.ts";
import { type ConnectPoint, enrolmentCodeBytes, enrolmentCodeOf, usualSettings } from "../wire/enrolment.ts";
import type { Points } from "./points.ts";
import { type Chance, hashOf, newSecret } from "./secrets.ts";

export interface PointMaking {
  readonly points: Points;
  readonly now: () => number;
  readonly chance: Chance;
}

const hourMs = 60 * 60 * 1000;

/** Makes a point with the usual settings. False when the id is taken: a point is never made over another one. */
export async function addPoint({ points, now }: PointMaking, point: Omit<ConnectPoint, "settings">): Promise<boolean> {
  if ((await points.point(point.id)) !== null) return false;
  await points.putPoint({ ...point, settings: usualSettings }, new Date(now()).toISOString());
  return true;
}

/** Makes a code that lets one tablet in. It is known to whoever calls this, and to nobody else; `null` without a point. */
export async function makeCode(
  { points, now, chance }: PointMaking,
  point: string,
  hours: number,
): Promise<MadeCode | null> {
  const code = enrolmentCodeOf(chance(enrolmentCodeBytes));
  const madeAt = new Date(now()).toISOString();
  const expiresAt = new Date(now() + hours * hourMs).toISOString();
  const added = await points.addCode({ hash: hashOf(code), point, madeAt, expiresAt });
  return added ? { version: 1, code, expiresAt } : null;
}

/** Makes a token for somebody who looks after Connect points from afar; it is kept nowhere. */
export async function addCoordinator({ points, now, chance }: PointMaking): Promise<{ id: string; token: string }> {
  const id = Buffer.from(chance(4)).toString("hex");
  const token = newSecret(chance);
  await points.addCoordinator({ id, madeAt: new Date(now()).toISOString() }, hashOf(token));
  return { id, token };
}
