import * as z from "zod/mini";
import type { MonthCounts, PointEntry } from "./point-log.ts";

const count = z.int().check(z.gte(0));

const countedMonths = z.strictObject({
  version: z.literal(1),
  months: z.array(
    z.strictObject({
      month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
      reports: count,
      supportOnly: count,
      noReports: count,
      addenda: count,
      referrals: count,
      languages: z.record(z.string(), count),
      characteristics: z.record(z.string(), count),
    }),
  ),
});

export function textOfMonths(months: readonly MonthCounts[]): string {
  return JSON.stringify({ version: 1, months });
}

/** Null for what `textOfMonths` did not make. */
export function monthsIn(text: string): readonly MonthCounts[] | null {
  try {
    return countedMonths.safeParse(JSON.parse(text)).data?.months ?? null;
  } catch {
    return null; // no JSON
  }
}

/** The counts with one thing more, newest month first. */
export function withEntry(months: readonly MonthCounts[], entry: PointEntry): readonly MonthCounts[] {
  const before = months.find(({ month }) => month === entry.month) ?? emptyMonth(entry.month);
  const others = months.filter(({ month }) => month !== entry.month);
  return [...others, plus(before, entry)].sort((one, other) => (one.month < other.month ? 1 : -1));
}

function emptyMonth(month: string): MonthCounts {
  const none = { reports: 0, supportOnly: 0, noReports: 0, addenda: 0, referrals: 0 };
  return { month, ...none, languages: {}, characteristics: {} };
}

function plus(before: MonthCounts, { kind, language, characteristics, referral }: PointEntry): MonthCounts {
  const one = (isIt: boolean) => (isIt ? 1 : 0);
  return {
    month: before.month,
    reports: before.reports + one(kind === "report"),
    supportOnly: before.supportOnly + one(kind === "supportOnly"),
    noReports: before.noReports + one(kind === "noReport"),
    addenda: before.addenda + one(kind === "addendum"),
    referrals: before.referrals + one(referral),
    languages: raised(before.languages, [language]),
    characteristics: raised(before.characteristics, characteristics),
  };
}

function raised(before: Readonly<Record<string, number>>, names: readonly string[]): Readonly<Record<string, number>> {
  const counts = { ...before };
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
