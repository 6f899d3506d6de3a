import { z } from "zod";
import { groups, waysToReach } from "./directory.ts";
import { days } from "./opening-hours.ts";
import { traits } from "./situation.ts";

const id = z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/, "must be an id such as victimsFirst");
const name = z.string().trim().min(1).max(80);
const page = z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: "must be an https address" });
const number = z.string().regex(/^\d+( \d+)*$/, "must be digits, parted by single spaces");
const email = z.email("must be an email address");
const day = z.iso.date("must be a date such as 2027-01-31");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time such as 08:30");

const openTimes = z
  .strictObject({ from: z.enum(days), to: z.enum(days), opens: time, closes: time })
  .refine(({ opens, closes }) => opens < closes, "must open before it closes; write a night as two days");

const to = { call: number, afterHours: number, text: number, relay: number, bsl: page, email, web: page } as const;

const way = z
  .strictObject({
    way: z.enum(waysToReach),
    to: z.exactOptional(z.string()),
    /** Takes the number, or the address, of this contact: it is written once, and whoever checks it does so once. */
    contact: z.exactOptional(id),
    hours: z.exactOptional(
      z.union([z.literal("always"), z.array(openTimes).min(1)], "must be `always`, or days and times"),
    ),
  })
  .superRefine((each, context) => {
    const wrong = (message: string, field?: string) =>
      context.addIssue({ code: "custom", message, path: field ? [field] : [] });
    if ((each.to === undefined) === (each.contact === undefined)) wrong("must have either `to` or `contact`");
    if (each.to === undefined) return;
    for (const issue of to[each.way].safeParse(each.to).error?.issues ?? []) wrong(issue.message, "to");
  });

const circumstances = z
  .strictObject(Object.fromEntries(traits.map((trait) => [trait, z.exactOptional(z.array(id).min(1))])))
  .refine((each) => Object.keys(each).length > 0, "must name something; an entry for everybody has an empty list");

const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "must be a language's tag such as pt-PT");

const writtenEntry = z
  .strictObject({
    id,
    name,
    group: z.enum(groups),
    area: z.exactOptional(name),
    for: z.array(circumstances),
    ways: z.array(way).min(1),
    languages: z.exactOptional(
      z.union([z.literal("any"), z.array(languageTag).min(1)], "must be `any`, or tags of languages"),
    ),
    cost: z.exactOptional(z.literal("free")),
    source: z.exactOptional(page),
    verifiedOn: z.exactOptional(z.nullable(day)),
    expiresOn: z.exactOptional(day),
  })
  .refine(
    ({ ways, source, verifiedOn }) =>
      ways.every((each) => each.contact !== undefined) || (source !== undefined && verifiedOn !== undefined),
    "must have `source` and `verifiedOn` for what is not taken from a contact",
  );
export type WrittenEntry = z.infer<typeof writtenEntry>;

/** `directory.json` of an area. */
export const directoryFile = z.strictObject({
  version: z.literal(1),
  /** The parts of the country that entries may be for. */
  areas: z.array(name),
  entries: z.array(writtenEntry),
});

/** `contacts.json` of an area: whom the product's own pages name, such as the emergency number. */
export const contactsFile = z.strictObject({
  version: z.literal(1),
  contacts: z.array(
    z.strictObject({
      id,
      call: z.exactOptional(number),
      url: z.exactOptional(page),
      source: page,
      verifiedOn: z.nullable(day),
    }),
  ),
});
export type WrittenContact = z.infer<typeof contactsFile>["contacts"][number];
