/** Delivers now, and asks the browser to go on when the page is closed. Nobody needs to wait for it. */
export function deliverNow(): void {
  // Not there and no network: what lies sealed is delivered on the next occasion.
  void import("./delivery.ts").then(({ deliverAtOnce }) => deliverAtOnce()).catch(() => undefined);
}
