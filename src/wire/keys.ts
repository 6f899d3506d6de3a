import * as z from "zod/mini";
import { organisationId } from "./organisation.ts";

/** An age recipient in its text form: `age1…` (X25519) or `age1pq1…` (post-quantum). A public key, never a secret. */
const recipient = z.string().check(z.regex(/^age1[0-9a-z]{20,4000}$/));

/**
 * The public keys of a deployment (its `keys.json`, and the answer of `GET /v1/keys`): to whom letters are sealed, and
 * with which key a receipt is checked. Two recipients or more per organisation: the one in use and an offline copy.
 */
export const deploymentKeys = z.strictObject({
  version: z.literal(1),
  organisations: z.record(
    organisationId,
    z.strictObject({ recipients: z.array(recipient).check(z.minLength(2), z.maxLength(20)) }),
  ),
  /** The raw Ed25519 public key of the endpoint's receipts, 32 bytes in Base64. */
  receipts: z.strictObject({ publicKey: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)) }),
});
export type DeploymentKeys = z.infer<typeof deploymentKeys>;
