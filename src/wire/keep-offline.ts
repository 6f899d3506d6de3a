/** What a page asks of the service worker: to keep these packs on the device. It answers `true` when they are there. */
export interface KeepOffline {
  readonly type: "KEEP_OFFLINE";
  readonly packs: readonly string[] | "all";
}

/** The pack of a Connect point's tablet. Every other pack is a language, by its tag. */
export const tabletPack = "point";

export function isKeepOffline(message: unknown): message is KeepOffline {
  if (typeof message !== "object" || message === null || !("type" in message) || !("packs" in message)) return false;
  const { type, packs } = message;
  if (type !== "KEEP_OFFLINE") return false;
  return packs === "all" || (Array.isArray(packs) && packs.every((pack) => typeof pack === "string"));
}
