/**
 * A pack is what some devices keep for offline use and others do not: a language, or the Connect point's tablet. The
 * path of a file says to which packs it belongs: `/ar/point/index.html` to `ar` and `point`, `/assets/app-1a2b.js` to
 * none, so that every device keeps it.
 */
export function packsOf(path: string, packs: readonly string[]): readonly string[] {
  const names = path.split("/");
  return packs.filter((pack) => names.includes(pack));
}

/** Whether a device that keeps these packs keeps this file: only what belongs to no other pack. */
export function isKept(path: string, packs: readonly string[], kept: readonly string[]): boolean {
  return packsOf(path, packs).every((pack) => kept.includes(pack));
}
