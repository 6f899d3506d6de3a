import * as z from "zod/mini";

/** Why the endpoint did not take a submission. Each is a reason a device can act on without reading any prose. */
export const refusalReason = z.enum([
  "malformed", // 400: not a submission by the schema, or a digest that is not its letter's
  "notAllowed", // 401, 403: no valid token or session, a wrong name or passphrase, or a request from another site
  "unknownOrganisation", // 422: a letter for an organisation this endpoint does not serve
  "differentBytes", // 422: the id is known with other bytes
  "tooLarge", // 413
  "unsupported", // 415: not JSON
  "tooMany", // 429, with Retry-After
  "busy", // 503, with Retry-After: the store is locked, full or closing
  "notFound", // 404: no such route
]);
export type RefusalReason = z.infer<typeof refusalReason>;

/** The body of every answer that is not a success. */
export const refusal = z.strictObject({ refusal: refusalReason });
export type Refusal = z.infer<typeof refusal>;
