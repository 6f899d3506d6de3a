import * as z from "zod/mini";
import type { Branch } from "./words.ts";

/** What the files in `locales/` may hold: people write them. */
export const branch: z.ZodMiniType<Branch> = z.lazy(() => z.record(z.string(), z.union([z.string(), branch])));

/** Who has read a translation; `null` where nobody has said anything. */
export const review = z.nullable(
  z.strictObject({
    status: z.enum(["source", "draft", "reviewed"]),
    by: z.nullable(z.string()),
    on: z.nullable(z.string()),
    note: z.string(),
  }),
);
export type Review = NonNullable<z.infer<typeof review>>;

export const fingerprints = z.record(z.string(), z.string().check(z.regex(/^[0-9a-f]{8}$/)));

/** Keys of long texts to the number of letters with which somebody looked at their page. */
export const looked = z.record(z.string(), z.int());

export const critical = z.record(z.string(), z.string());

export const languages = z.record(z.string(), z.unknown());
