import * as z from "zod/mini";
import { connectPoint, tabletId, tabletToken } from "../wire/enrolment.ts";
import { organisationId } from "../wire/organisation.ts";
import { receipt } from "../wire/receipt.ts";
import { digest } from "../wire/submission.ts";
import { submissionId } from "../wire/submission-id.ts";

/** Bytes as IndexedDB and WebCrypto take them. Never a Blob or a CryptoKey: WebKit loses both, see security.md. */
export type StoredBytes = Uint8Array<ArrayBuffer>;
const bytes = z.custom<StoredBytes>((value) => value instanceof Uint8Array);

/** Under which key a draft's own key is wrapped: its tab's, the one behind the person's passphrase, or the tablet's. */
const lockName = z.enum(["tab", "vault", "point"]);

/** What tells one visitor's report from another's on a tablet while it is locked. It names nobody. */
const ticket = z.strictObject({ number: z.int(), worker: z.string(), startedAt: z.number() });

const draftRow = z.strictObject({
  id: submissionId,
  /** Grows with every save; who saves says which one it knows. */
  sequence: z.int(),
  updatedAt: z.number(),
  lock: lockName,
  wrappedKey: bytes,
  sealedText: bytes,
  /** The id it will be sent under, once sealing has begun. */
  submission: z.nullable(submissionId),
  /** Who is editing it and until when that is believed, for browsers without Web Locks. */
  editor: z.strictObject({ name: z.string(), until: z.number() }),
  /** Only on a Connect point's tablet. */
  ticket: z.optional(ticket),
});
export type DraftRow = z.infer<typeof draftRow>;
export const believedDraft = (row: unknown): DraftRow | null => draftRow.safeParse(row).data ?? null;

const vaultRow = z.strictObject({
  id: z.literal("vault"),
  salt: bytes,
  wrappedKey: bytes,
  /** Wrong passphrases since the last right one, and when the next is allowed. */
  tries: z.int(),
  nextTryAt: z.number(),
});
export type VaultRow = z.infer<typeof vaultRow>;
export const believedVault = (row: unknown): VaultRow | null => vaultRow.safeParse(row).data ?? null;

const opensWith = z.enum(["passphrase", "passkey"]);

const workerRow = z.strictObject({
  id: submissionId,
  name: z.string().check(z.minLength(1)),
  opensWith,
  /** Which passkey; null for a passphrase. */
  credential: z.nullable(bytes),
  salt: bytes,
  /** The tablet's vault key under a key of this worker's secret. */
  wrappedKey: bytes,
  /** A fingerprint of that vault key: two tablets' worth of workers must never stand side by side. */
  vault: z.string(),
  addedAt: z.number(),
  tries: z.int(),
  nextTryAt: z.number(),
});
/** Someone who can sign in to this tablet; in the same drawer as the vault's row. */
export type WorkerRow = z.infer<typeof workerRow>;
export const believedWorker = (row: unknown): WorkerRow | null => workerRow.safeParse(row).data ?? null;

const logRow = z.strictObject({ id: z.literal("log"), sequence: z.int(), sealedCounts: bytes });
/** The Connect point's counts, closed with the tablet's vault key. */
export type LogRow = z.infer<typeof logRow>;
export const believedLog = (row: unknown): LogRow | null => logRow.safeParse(row).data ?? null;

const waitingReason = z.enum(["new", "unreachable", "notTheEndpoint", "busy", "tooMany", "badReceipt"]);
/** Why a sealed report is still here and will be tried again. The same words as in `sync/outcome.ts`. */
export type WaitingReason = z.infer<typeof waitingReason>;

const heldReason = z.enum([
  "malformed",
  "tooLarge",
  "unsupported",
  "unknownOrganisation",
  "differentBytes",
  "notAllowed",
  "damaged", // its bytes on this device are not the ones that were sealed
]);
/** Why a sealed report needs a person before it is tried again. */
export type HeldReason = z.infer<typeof heldReason>;

/** `at` is when something is to be done next about the parcel, by this device's clock. */
const storedState = z.discriminatedUnion("kind", [
  /** Journalled: the bytes are here, the draft may be as well. */
  z.strictObject({ kind: z.literal("sealing"), at: z.number(), token: z.string() }),
  z.strictObject({ kind: z.literal("waiting"), at: z.number(), attempt: z.int(), because: waitingReason }),
  /** Leased until `at` to whoever knows the token. */
  z.strictObject({ kind: z.literal("sending"), at: z.number(), attempt: z.int(), token: z.string() }),
  z.strictObject({ kind: z.literal("held"), at: z.number(), because: heldReason }),
  z.strictObject({ kind: z.literal("received"), at: z.number(), receipt }),
]);
export type StoredState = z.infer<typeof storedState>;

const parcelRow = z.strictObject({
  id: submissionId,
  /** The order of sealing, whatever the clock says. */
  serial: z.int(),
  createdAt: z.number(),
  letters: z.array(z.strictObject({ organisation: organisationId, digest })).check(z.minLength(1)),
  state: storedState,
  /** Written at a Connect point: the tablet's token goes with it. Absent means no. */
  fromPoint: z.optional(z.boolean()),
  /** When it was last saved as a sealed file. Absent means never. */
  savedAt: z.optional(z.number()),
});
export type ParcelRow = z.infer<typeof parcelRow>;
export const believedParcel = (row: unknown): ParcelRow | null => parcelRow.safeParse(row).data ?? null;

const letterRow = z.strictObject({ parcel: submissionId, organisation: organisationId, digest, bytes });
export type LetterRow = z.infer<typeof letterRow>;
export const believedLetter = (row: unknown): LetterRow | null => letterRow.safeParse(row).data ?? null;

const epochRow = z.strictObject({ id: z.literal("epoch"), name: z.string() });
/** The name of this very database: another one means that the browser wiped the one we knew. */
export type EpochRow = z.infer<typeof epochRow>;
export const believedEpoch = (row: unknown): EpochRow | null => epochRow.safeParse(row).data ?? null;

const enrolmentRow = z.strictObject({
  id: z.literal("enrolment"),
  tablet: tabletId,
  token: tabletToken,
  nextToken: z.nullable(tabletToken),
  tokenSince: z.optional(z.number()),
  point: connectPoint,
  enrolledAt: z.number(),
  contactAt: z.nullable(z.number()),
  revoked: z.boolean(),
});
/** Which Connect point this tablet belongs to. */
export type EnrolmentRow = z.infer<typeof enrolmentRow>;
export const believedEnrolment = (row: unknown): EnrolmentRow | null => enrolmentRow.safeParse(row).data ?? null;

const askingRow = z.strictObject({ id: z.literal("tokenToAskWith"), token: tabletToken });
/** The token that an enrolment was asked for with and that no answer came for yet. */
export type AskingRow = z.infer<typeof askingRow>;
export const believedAsking = (row: unknown): AskingRow | null => askingRow.safeParse(row).data ?? null;

const ticketsRow = z.strictObject({ id: z.literal("tickets"), day: z.string(), last: z.int() });
/** The last number given out on a civil day of Europe/London. */
export type TicketsRow = z.infer<typeof ticketsRow>;
export const believedTickets = (row: unknown): TicketsRow | null => ticketsRow.safeParse(row).data ?? null;
