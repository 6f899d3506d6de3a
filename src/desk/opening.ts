import type { Letter } from "../report/letter.ts";
import { readLetter } from "../report/letter-schema.ts";
import { open } from "../sealing/open.ts";
import { digestOf } from "../sealing/seal.ts";
import type { WaitingLetter } from "../wire/collection.ts";
import type { Failure } from "./letterbox.ts";

/** Why a letter that arrived cannot be read. */
export type Broken =
  /** Sealed to other keys than the one unlocked. */
  | "wrongKey"
  /** Changed or cut short on its way or in the store. */
  | "damaged"
  /** It opens, and what is inside is not a letter of ours. */
  | "notALetter"
  /** It opens, and belongs to another organisation or another submission than the endpoint said. */
  | "misplaced";

/** A letter on the desk: nothing of it is shown before all of it was decrypted, verified and validated. */
export type Opened =
  | { readonly kind: "opening" }
  | { readonly kind: "read"; readonly letter: Letter; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "broken"; readonly because: Broken; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "notFetched"; readonly because: Failure };

/** Opens the bytes that the endpoint gave for a listed letter. Whatever is in them ends as an answer. */
export async function opened(bytes: Uint8Array<ArrayBuffer>, listed: WaitingLetter, identity: string): Promise<Opened> {
  if ((await digestOf(bytes)) !== listed.digest) return { kind: "broken", because: "damaged", bytes };
  const outcome = await open(bytes, identity);
  switch (outcome.kind) {
    case "wrongKey":
      return { kind: "broken", because: "wrongKey", bytes };
    case "broken":
      return { kind: "broken", because: "damaged", bytes };
    case "opened":
      return read(outcome.plaintext, bytes, listed);
  }
}

function read(plaintext: Uint8Array, bytes: Uint8Array<ArrayBuffer>, listed: WaitingLetter): Opened {
  const letter = readLetter(textOf(plaintext));
  if (letter === null) return { kind: "broken", because: "notALetter", bytes };
  const isListed = letter.submission === listed.submission && letter.organisation === listed.organisation;
  return isListed ? { kind: "read", letter, bytes } : { kind: "broken", because: "misplaced", bytes };
}

/** Bytes that are no UTF-8 become text that is no letter. */
const textOf = (plaintext: Uint8Array): string => new TextDecoder().decode(plaintext);
