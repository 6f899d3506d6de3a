import { unlockIdentity } from "../sealing/open.ts";
import { asPrinted } from "../wire/passphrase.ts";

/** What the page hands to the worker, which answers with an `UnlockIdentityOutcome` and is then ended. */
export interface UnlockingOrder {
  readonly file: Uint8Array;
  readonly passphrase: string;
}

self.addEventListener("message", (event: MessageEvent<UnlockingOrder>) => {
  void unlocked(event.data).then((outcome) => self.postMessage(outcome));
});

/** A passphrase from paper opens however it was typed; one that only looks like such is tried as it is as well. */
async function unlocked({ file, passphrase }: UnlockingOrder) {
  const printed = asPrinted(passphrase);
  const outcome = await unlockIdentity(file, printed);
  const isAsTyped = outcome.kind !== "wrongPassphrase" || printed === passphrase;
  return isAsTyped ? outcome : unlockIdentity(file, passphrase);
}
