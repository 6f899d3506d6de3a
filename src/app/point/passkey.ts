import type { StoredBytes } from "../../storage/records.ts";

/** A passkey of this device and what it answers to `salt`: 32 secret bytes that nothing else can make. */
export interface Passkey {
  readonly credential: StoredBytes;
  readonly salt: StoredBytes;
  readonly output: StoredBytes;
}

/** Whether this device could hold a passkey that opens the tablet. Only making one tells for certain. */
export async function mayHavePasskeys(): Promise<boolean> {
  if (!("PublicKeyCredential" in window)) return false;
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false; // a browser that knows the name and nothing more
  }
}

/** Makes a passkey for this worker on this device. Null when the person or the device does not, or it has no PRF. */
export async function newPasskey(name: string): Promise<Passkey | null> {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)), // nobody checks it: what counts is what it answers to the salt
        rp: { name: document.title },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required" },
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    if (!(made instanceof PublicKeyCredential)) return null;
    const credential = new Uint8Array(made.rawId);
    const prf = made.getClientExtensionResults().prf;
    if (!prf?.enabled) return null;
    const output = bytesOf(prf.results?.first) ?? (await passkeyOutput(credential, salt));
    return output && { credential, salt, output };
  } catch {
    return null; // cancelled, timed out, or refused by the device
  }
}

/** What the passkey answers to this salt, after the person has shown that it is they. Null when they did not. */
export async function passkeyOutput(credential: StoredBytes, salt: StoredBytes): Promise<StoredBytes | null> {
  try {
    const got = await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: "public-key", id: credential }],
        userVerification: "required",
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    return got instanceof PublicKeyCredential ? bytesOf(got.getClientExtensionResults().prf?.results?.first) : null;
  } catch {
    return null; // cancelled, timed out, or no such passkey here any more
  }
}

function bytesOf(source: BufferSource | undefined): StoredBytes | null {
  if (source === undefined) return null;
  if (source instanceof ArrayBuffer) return new Uint8Array(source).slice();
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer.slice(source.byteOffset, source.byteOffset + source.byteLength) as ArrayBuffer)
    : null;
}
