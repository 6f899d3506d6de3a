import * as z from "zod/mini";

/** The answer of `GET /v1/health` when letters can be taken and read; otherwise it is 503 with the refusal `busy`. */
export const health = z.strictObject({ status: z.literal("ready") });
