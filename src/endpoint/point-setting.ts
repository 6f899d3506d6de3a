import * as z from "zod/mini";
import { type ConnectPoint, connectPoint } from "../wire/enrolment.ts";

const yesOrNo = z.pipe(
  z.enum(["yes", "no", "true", "false"]),
  z.transform((said) => said === "yes" || said === "true"),
);
const number = z.pipe(z.string().check(z.regex(/^\d{1,4}$/)), z.transform(Number));

/** How each setting is written on a command line. */
const settings: Readonly<Record<string, z.ZodMiniType>> = {
  sharedDrafts: yesOrNo,
  draftDays: number,
  idleMinutes: number,
  sendWithinDays: number,
};

/** The point with one thing set otherwise; `null` when it has no such setting, or the value is none for it. */
export function pointWith(point: ConnectPoint, setting: string, said: string): ConnectPoint | null {
  const changed = setting === "name" || setting === "tier" ? { [setting]: said } : changedSetting(point, setting, said);
  const read = connectPoint.safeParse({ ...point, ...changed });
  return changed !== null && read.success ? read.data : null;
}

function changedSetting(point: ConnectPoint, setting: string, said: string): object | null {
  const value = Object.hasOwn(settings, setting) ? settings[setting]?.safeParse(said) : undefined;
  return value?.success ? { settings: { ...point.settings, [setting]: value.data } } : null;
}
