import type { StoredBytes } from "./records.ts";
import { stretchedAtOnce } from "./stretch.ts";

/** What the page hands to the thread. */
export interface StretchingOrder {
  readonly passphrase: string;
  readonly salt: StoredBytes;
}

/** What the thread says: how far it is, and at the end the key. */
export type StretchingNews =
  | { readonly kind: "progress"; readonly fraction: number }
  | { readonly kind: "stretched"; readonly key: StoredBytes };

const tell = (news: StretchingNews) => self.postMessage(news);

/** A page need not draw ten thousand steps. */
const steps = 50;

self.addEventListener("message", ({ data: { passphrase, salt } }: MessageEvent<StretchingOrder>) => {
  let told = 0;
  const key = stretchedAtOnce(passphrase, salt, (fraction) => {
    if (Math.floor(fraction * steps) === told) return;
    told = Math.floor(fraction * steps);
    tell({ kind: "progress", fraction });
  });
  tell({ kind: "stretched", key });
});
