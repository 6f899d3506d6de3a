import type { Enrolment } from "../../src/storage/point.ts";
import { usualSettings } from "../../src/wire/enrolment.ts";

/** A tablet that was enrolled this morning. */
export const enrolment: Enrolment = {
  tablet: "0123abcd",
  token: "a".repeat(43),
  nextToken: null,
  point: { id: "east-oxford-library", name: "East Oxford Library", tier: "1", settings: usualSettings },
  enrolledAt: Date.parse("2026-11-23T09:00:00Z"),
  contactAt: null,
  revoked: false,
};
