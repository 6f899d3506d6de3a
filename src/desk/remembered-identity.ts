import * as z from "zod/mini";

/** An organisation's identity as a file: still locked with its passphrase. */
export interface IdentityFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The one thing of ours that stays on this computer: a locked identity file, if somebody asked for that. */
export interface Remembered {
  read(): IdentityFile | null;
  keep(file: IdentityFile): boolean;
  forget(): void;
}

const stored = z.strictObject({
  version: z.literal(1),
  name: z.string(),
  file: z.string().check(z.maxLength(100_000)),
});

/** Remembers in this storage under one name. Where the storage is denied or full, `keep` says `false`. */
export function rememberedIn(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">): Remembered {
  const name = "connect-desk-identity";
  return {
    read() {
      const read = stored.safeParse(parsed(storage.getItem(name)));
      return read.success ? { name: read.data.name, bytes: fromBase64(read.data.file) } : null;
    },
    keep(file) {
      try {
        storage.setItem(name, JSON.stringify({ version: 1, name: file.name, file: toBase64(file.bytes) }));
        return true;
      } catch {
        return false; // full, or denied by the browser's settings
      }
    },
    forget: () => storage.removeItem(name),
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null; // somebody else's text under our name
  }
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array(); // no Base64: the passphrase will not open it, and the desk says that it is no identity file
  }
}
