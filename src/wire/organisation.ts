import * as z from "zod/mini";

/** An organisation's short name on the wire and in a deployment: `police`, `victimsFirst`, `council`. */
export const organisationId = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9]{1,39}$/));
