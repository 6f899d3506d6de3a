import { randomKey } from "./ciphers.ts";

/** A token of 256 random bits in base64url, as `wire/enrolment.ts` has it. */
export function newTabletToken(): string {
  const text = btoa(String.fromCharCode(...randomKey()));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
