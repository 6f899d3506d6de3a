import * as z from "zod/mini";
import { connectPoint, enrolmentCode, pointSettings, tabletId } from "./enrolment.ts";

/** The longest that an enrolment code may be good for, in hours: a week, for a tablet that travels by post. */
const longestCodeHours = 168;

/** How many hours an enrolment code is good for. */
export const codeHours = z.coerce.number().check(z.int(), z.gte(1), z.lte(longestCodeHours));

/** The hours of a code when nobody says how many. */
export const usualCodeHours = 24;

/** The answer of `GET /v1/points`: every Connect point of the deployment, by id. */
export const pointList = z.strictObject({ points: z.array(connectPoint) });

/** The body of `PUT /v1/points/{id}`: the whole point as it shall be. Answers 200 with `connectPoint`. */
export const pointAsTold = z.strictObject({
  version: z.literal(1),
  name: connectPoint.shape.name,
  tier: connectPoint.shape.tier,
  settings: pointSettings,
});

/** The answer of `POST /v1/points/{id}/codes?hours={1..168}`: told once, and good for one tablet until then. */
export const madeCode = z.strictObject({ version: z.literal(1), code: enrolmentCode, expiresAt: z.iso.datetime() });
export type MadeCode = z.infer<typeof madeCode>;

/** The answer of `GET /v1/points/{id}/tablets`, those enrolled first first. A revoked one stays listed. */
export const tabletList = z.strictObject({
  tablets: z.array(
    z.strictObject({
      tablet: tabletId,
      enrolledAt: z.iso.datetime(),
      revokedAt: z.nullable(z.iso.datetime()),
    }),
  ),
});
export type TabletList = z.infer<typeof tabletList>;
