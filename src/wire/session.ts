import * as z from "zod/mini";
import { deploymentKeys } from "./keys.ts";
import { organisationId } from "./organisation.ts";

/** The name of a staff account, chosen on the command line: `a.khan`, `duty-desk`. */
export const staffName = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,39}$/));

/**
 * The body of `POST /v1/session`. Answers 200 with `deskSession` and a cookie that scripts cannot read; 401 `notAllowed`
 * for a wrong name or passphrase alike; 429 `tooMany` with Retry-After when this account was tried too often.
 * However the passphrase is typed from paper, `asPrinted` makes it what was printed; the endpoint does so itself.
 */
export const signIn = z.strictObject({
  name: staffName,
  passphrase: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type SignIn = z.infer<typeof signIn>;

/** The answer of `POST` and `GET /v1/session`; without a live session `GET` answers 401, and `DELETE` 204 always. */
export const deskSession = z.strictObject({
  name: staffName,
  organisation: organisationId,
  /** However busy the person is, the session ends then and they sign in again. */
  endsAt: z.iso.datetime(),
});
export type DeskSession = z.infer<typeof deskSession>;

/** The answer of `GET /v1/keys` on the desk origin, for anyone: the keys pinned in the deployment. */
export const deskSettings = deploymentKeys;
