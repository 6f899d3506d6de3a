import * as z from "zod/mini";
import { partsOfDay, whenHow, whenWithin } from "./answer.ts";

/** The name of a question, part, option, choice or organisation. */
export const id = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/));

/** BCP 47, such as `ar` or `en-GB-x-easyread`. */
export const language = z.string().check(z.regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,8}$/));

const ids = z.array(id).check(z.maxLength(100));

/** Well-formed text of at most this many UTF-16 code units. */
export function textUpTo(longest: number) {
  return z.string().check(
    z.maxLength(longest),
    z.refine((text) => !/\p{Surrogate}/u.test(text)),
  );
}

/** A list by id with at most a hundred entries. */
export function byId<Each extends z.core.SomeType>(each: Each) {
  return z.record(id, each).check(z.refine((record) => Object.keys(record).length <= 100));
}

/** Every kind of value but consent, with texts no longer than this, and with `day` and `time` as strict as wanted. */
export function valueKinds<Day extends z.ZodMiniType<string>>(longest: number, day: Day, time: Day) {
  const text = textUpTo(longest);
  const ownWords = z.strictObject({ text, language });
  const partKinds = [
    z.strictObject({ kind: z.literal("choice"), option: id, ownWords: z.exactOptional(ownWords) }),
    z.strictObject({ kind: z.literal("choices"), options: ids, ownWords: z.exactOptional(ownWords) }),
    z.strictObject({ kind: z.literal("text"), text, language }),
    z.strictObject({ kind: z.literal("number"), count: z.int().check(z.minimum(0)), about: z.boolean() }),
  ] as const;
  const parts = byId(z.discriminatedUnion("kind", partKinds));
  return [
    ...partKinds,
    z.strictObject({
      kind: z.literal("when"),
      how: z.enum(whenHow),
      from: z.exactOptional(day),
      to: z.exactOptional(day),
      within: z.exactOptional(z.enum(whenWithin)),
      time: z.exactOptional(time),
      partOfDay: z.exactOptional(z.enum(partsOfDay)),
    }),
    z.strictObject({
      kind: z.literal("place"),
      description: z.exactOptional(ownWords),
      postcode: z.exactOptional(text),
      landmark: z.exactOptional(ownWords),
      position: z.exactOptional(position),
    }),
    z.strictObject({ kind: z.literal("contact"), allowed: z.boolean(), ways: ids, details: byId(ownWords) }),
    z.strictObject({ kind: z.literal("several"), parts }),
    z.strictObject({ kind: z.literal("people"), people: z.array(parts).check(z.maxLength(99)) }),
    z.strictObject({ kind: z.literal("declined"), because: z.enum(["dontKnow", "ratherNotSay"]) }),
  ] as const;
}

const position = z.strictObject({
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  accuracyMetres: z.number().check(z.minimum(0)),
});

export const consent = z.strictObject({ choice: id, additions: ids });
