import * as z from "zod/mini";
import { byId, consent, id, textUpTo, valueKinds } from "./value-schema.ts";

/** A field keeps even a pasted book until the person has cut it; more than this is no draft of ours. */
const longestInDraft = 4_000_000;

const asWritten = textUpTo(longestInDraft);

/**
 * Answers as a draft holds them: of a known shape and size, but as the person left them, with what `accepts` would
 * object to. Whatever was stored is believed only after this.
 */
export const answers = z
  .record(
    id,
    z.discriminatedUnion("kind", [
      ...valueKinds(longestInDraft, asWritten, asWritten),
      z.strictObject({ kind: z.literal("consent"), given: byId(consent) }),
    ]),
  )
  .check(z.refine((record) => Object.keys(record).length <= 200));
