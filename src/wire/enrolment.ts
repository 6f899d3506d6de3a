import * as z from "zod/mini";
import { asCrockford, crockford } from "./crockford.ts";

/** A Connect point's short name on the wire and on the command line: `east-oxford-library`. */
export const pointId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,39}$/));

/** What a Connect point's tablet works by. Set by the coordinator at the endpoint; the tablet learns of changes at a contact. */
export const pointSettings = z.strictObject({
  /** Whether a worker may go on with what another one began. */
  sharedDrafts: z.boolean(),
  /** After so many days without a touch a draft asks a worker to finish, send or delete it. It never goes by itself. */
  draftDays: z.int().check(z.gte(1), z.lte(90)),
  /** The tablet locks after so many minutes without a touch. */
  idleMinutes: z.int().check(z.gte(1), z.lte(15)),
  /** A sealed report that is still on the tablet after so many days asks for a network or a stick. */
  sendWithinDays: z.int().check(z.gte(1), z.lte(60)),
});
export type PointSettings = z.infer<typeof pointSettings>;

/** What a point's tablets work by until somebody sets it otherwise. */
export const usualSettings: PointSettings = { sharedDrafts: true, draftDays: 14, idleMinutes: 2, sendWithinDays: 7 };

/** A Victims First Connect point. The name of its tier is data: the scheme has had three tiers and has two. */
export const connectPoint = z.strictObject({
  id: pointId,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  tier: z.string().check(z.minLength(1), z.maxLength(60)),
  settings: pointSettings,
});
export type ConnectPoint = z.infer<typeof connectPoint>;

const codeGroups = 3;
const codeGroupLength = 4;

/** How many random bytes `enrolmentCodeOf` takes: 60 bits, good for a day behind a rate limit. */
export const enrolmentCodeBytes = 8;

/** A code that a coordinator reads aloud or shows as a QR code: `7K2M-0QXD-PZ41`. */
export function enrolmentCodeOf(random: Uint8Array): string {
  const bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const letters = Array.from({ length: codeGroups * codeGroupLength }, (_, place) =>
    crockford.charAt(Number((bits >> BigInt(place * 5)) & 31n)),
  );
  return groupedCode(letters.join(""));
}

/**
 * The code in whatever was typed or scanned: small letters, other gaps, O for 0, I or L for 1, or the whole address of
 * a QR code (`…/point/#enrol=7K2M-0QXD-PZ41`). Null when there is none in it.
 */
export function enrolmentCodeIn(typed: string): string | null {
  const code = /#enrol=([^&]+)$/.exec(typed)?.[1] ?? typed;
  const letters = asCrockford(code);
  const fits =
    letters.length === codeGroups * codeGroupLength && [...letters].every((each) => crockford.includes(each));
  return fits ? groupedCode(letters) : null;
}

const groupedCode = (letters: string): string => (letters.match(/.{4}/g) ?? []).join("-");

export const enrolmentCode = z.string().check(z.regex(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/));

/** A secret of 256 bits in base64url, made on the tablet. The endpoint keeps its hash. */
export const tabletToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** Names a tablet on the command line and in the audit; it opens nothing. */
export const tabletId = z.string().check(z.regex(/^[0-9a-f]{8}$/));

/**
 * The body of `POST /v1/enrolments`. The tablet makes its own token, so that asking again after a lost answer, with the
 * same code and the same token, gives the same answer. Answers 200 with `enrolled`, or 403 with `enrolmentRefusal`.
 */
export const enrolment = z.strictObject({ version: z.literal(1), code: enrolmentCode, token: tabletToken });
export type EnrolmentRequest = z.infer<typeof enrolment>;

/** The answer to an enrolment and of `GET /v1/tablet` (with the token; 401 `notAllowed` once it is revoked). */
export const enrolled = z.strictObject({ version: z.literal(1), tablet: tabletId, point: connectPoint });
export type Enrolled = z.infer<typeof enrolled>;

export const enrolmentRefusal = z.strictObject({ refusal: z.enum(["wrongCode", "usedCode", "expiredCode"]) });
export type EnrolmentRefusal = z.infer<typeof enrolmentRefusal>["refusal"];

/**
 * The body of `PUT /v1/tablet/token`, with the present token in the header: from now on the new one counts too, and once
 * it was used the old one no longer does. Answers 204.
 */
export const newTabletToken = z.strictObject({ version: z.literal(1), token: tabletToken });

/** Which Connect point a letter came from, as the endpoint knows by its tablet's token; never by what a device says. */
export const cameFrom = z.strictObject({ point: pointId, name: z.string().check(z.minLength(1), z.maxLength(120)) });
export type CameFrom = z.infer<typeof cameFrom>;
