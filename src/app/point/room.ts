/** How much room the browser says there is, as far as anybody needs to know. */
export function roomIn({
  used,
  quota,
}: {
  readonly used: number;
  readonly quota: number;
}): "plenty" | "little" | "none" {
  const leftBytes = quota - used;
  if (leftBytes < 5_000_000) return "none";
  return leftBytes < 50_000_000 ? "little" : "plenty";
}
