import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from "age-encryption";

export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

/** The keys of one made-up organisation: the one in use and the offline copy. */
export async function organisationKeys(): Promise<readonly [KeyPair, KeyPair]> {
  return [await pairOf(await generateX25519Identity()), await pairOf(await generateX25519Identity())];
}

export async function postQuantumKeys(): Promise<readonly [KeyPair, KeyPair]> {
  return [await pairOf(await generateHybridIdentity()), await pairOf(await generateHybridIdentity())];
}

async function pairOf(identity: string): Promise<KeyPair> {
  return { identity, recipient: await identityToRecipient(identity) };
}
