import { createHmac, createSecretKey } from "node:crypto";
import { isIPv6 } from "node:net";

const dayMs = 24 * 60 * 60 * 1000;

/** The network an address belongs to: its first 24 bits, or 48 for IPv6. Households share it, so it names nobody. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return networkOf(mapped);
  if (isIPv6(address)) return firstGroups(address, 3);
  return address.split(".").slice(0, 3).join(".");
}

function firstGroups(address: string, count: number): string {
  const [head = "", tail] = address.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => "0");
  const groups = [...front, ...zeros, ...back].slice(0, count);
  return groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, "")).join(":");
}

/**
 * Names a network for counting under a key that is forgotten after a day and never written down: the counts can be kept
 * in memory without keeping who came.
 */
export function networkNamer(now: () => number, randomBytes: (length: number) => Uint8Array) {
  let key = createSecretKey(randomBytes(32));
  let madeAt = now();
  return (address: string): string => {
    if (now() - madeAt >= dayMs) {
      key = createSecretKey(randomBytes(32));
      madeAt = now();
    }
    return createHmac("sha256", key).update(networkOf(address)).digest("base64url");
  };
}
