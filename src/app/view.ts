import { useLayoutEffect, useState } from "preact/hooks";

interface Viewed<V> {
  view(): V;
  /** Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

/** Shows the page again whenever something on it has changed. */
export function useView<V>(viewed: Viewed<V>): V {
  const [, again] = useState(0);
  // Before anything else happens: an answer that was given before the script came is adopted right after this.
  useLayoutEffect(() => viewed.onChange(() => again((count) => count + 1)), [viewed]);
  return viewed.view();
}
