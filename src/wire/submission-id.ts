import * as z from "zod/mini";

/** 128 random bits in lower-case hexadecimal, made on the device: the name of one submission for ever. */
export const submissionId = z.string().check(z.regex(/^[0-9a-f]{32}$/));
