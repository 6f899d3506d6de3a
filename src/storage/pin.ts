import { decrypted, encrypted } from "./ciphers.ts";
import type { StoredBytes } from "./records.ts";

export type PinTried =
  | { readonly kind: "right"; readonly raw: StoredBytes }
  | { readonly kind: "wrong"; readonly left: number }
  /** No PIN is armed, or not any more. */
  | { readonly kind: "gone" };

/** A key under a PIN, in the memory of this page and nowhere else: a screen lock, which a few digits are good enough for. */
export interface Pin {
  /** Makes a copy of the key that the PIN opens. The caller's bytes are wiped. Call `arm` with it at once, or drop it. */
  wrap(pin: string, raw: StoredBytes): Promise<Armed>;
  /** The PIN before it is gone; five tries from now. */
  arm(armed: Armed): void;
  isArmed(): boolean;
  /** The try is counted before it is tried. A right one brings all tries back; the last wrong one destroys the copy. */
  open(pin: string): Promise<PinTried>;
  drop(): void;
}

export interface Armed {
  readonly salt: StoredBytes;
  /** Only in memory, and its bytes are shown to nobody: a picture of what the page stored is no help with guessing. */
  readonly memoryKey: CryptoKey;
  readonly wrapped: StoredBytes;
}

const triesAllowed = 5;
/** Some 10 ms on a desk's computer. Five tries and the memory key are what guards, not this. */
const iterations = 30_000;

export function isPin(typed: string): boolean {
  return /^[0-9]{4,8}$/.test(typed);
}

export function pinInMemory(): Pin {
  let current: Armed | null = null;
  let left = 0;
  return {
    async wrap(pin, raw) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const inner = encrypted(pinKey(pin, salt), raw, "vault under a PIN");
      const memoryKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
        "encrypt",
        "decrypt",
      ]);
      const wrapped = await encrypted(Promise.resolve(memoryKey), await inner, "PIN in memory");
      raw.fill(0);
      return { salt, memoryKey, wrapped };
    },
    arm(armed) {
      current = armed;
      left = triesAllowed;
    },
    isArmed: () => current !== null,
    async open(pin) {
      const tried = current;
      if (tried === null || left <= 0) return { kind: "gone" };
      left--;
      const raw = await opened(tried, pin);
      if (current !== tried) {
        raw?.fill(0);
        return { kind: "gone" };
      }
      if (raw !== null) {
        left = triesAllowed;
        return { kind: "right", raw };
      }
      if (left > 0) return { kind: "wrong", left };
      current = null;
      return { kind: "gone" };
    },
    drop() {
      current = null;
    },
  };
}

async function opened({ salt, memoryKey, wrapped }: Armed, pin: string): Promise<StoredBytes | null> {
  const inner = await decrypted(Promise.resolve(memoryKey), wrapped, "PIN in memory");
  return inner === null ? null : decrypted(pinKey(pin, salt), inner, "vault under a PIN");
}

async function pinKey(pin: string, salt: StoredBytes): Promise<CryptoKey> {
  const digits = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const slowly = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(slowly, digits, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
