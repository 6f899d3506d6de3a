import { encodeQR } from "qr";
import type { MadeCode } from "../wire/coordination.ts";
import type { ConnectPoint } from "../wire/enrolment.ts";

/** The address that a tablet opens to be let in. What stands behind `#` is sent to no server and is in no log. */
function enrolmentAddress(appAddress: string, code: string): string {
  return `${appAddress}/en-GB/point/#enrol=${code}`;
}

/** What the coordinator at a terminal needs to let a tablet in: the code, how long it is good, its address, as a QR code too. */
export function enrolmentNote(appAddress: string, point: ConnectPoint, { code, expiresAt }: MadeCode): string {
  const address = enrolmentAddress(appAddress, code);
  return [
    `Code for one tablet of ${point.name} (${point.id}), shown this once, good until ${expiresAt}:`,
    code,
    "",
    "On the tablet, open this address, or point its camera here:",
    address,
    "",
    qrInTerminal(address),
    "",
  ].join("\n");
}

const blackOnWhite = "\u001B[40;97m";
const asBefore = "\u001B[0m";

/** A QR code in half blocks. It names its colours itself, so that it can be read on a light terminal too. */
export function qrInTerminal(text: string): string {
  const lines = encodeQR(text, "ascii", { border: 4 }).trimEnd().split("\n");
  return lines.map((line) => `${blackOnWhite}${line}${asBefore}`).join("\n");
}
