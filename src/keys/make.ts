import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import type { DeploymentKeys } from "../wire/keys.ts";
import { passphraseBytes, passphraseOf } from "../wire/passphrase.ts";

/** An identity that opens letters, closed with a passphrase: an age file that Debian's `age` opens too. */
export interface ProtectedIdentity {
  readonly recipient: string;
  readonly file: Uint8Array;
  readonly passphrase: string;
}

export interface OrganisationKeys {
  readonly organisation: string;
  readonly inUse: ProtectedIdentity;
  /** Opens the same letters; kept apart, for the day the one in use is lost. */
  readonly offline: ProtectedIdentity;
}

export interface ReceiptKeys {
  readonly privatePem: string;
  /** Raw, 32 bytes, in Base64. */
  readonly publicKey: string;
}

export interface KeyMaking {
  readonly chance: (length: number) => Uint8Array;
  /** Work to try one passphrase, as a power of two. The passphrase itself has 120 bits; 15 takes a phone under a second. */
  readonly scryptWork: number;
}

/** Two identities for an organisation, each under a passphrase of its own. */
export async function makeOrganisationKeys(organisation: string, making: KeyMaking): Promise<OrganisationKeys> {
  const inUse = await makeIdentity(making);
  return { organisation, inUse, offline: await makeIdentity(making) };
}

async function makeIdentity({ chance, scryptWork }: KeyMaking): Promise<ProtectedIdentity> {
  const identity = await generateX25519Identity();
  const passphrase = passphraseOf(chance(passphraseBytes));
  const closing = new Encrypter();
  closing.setPassphrase(passphrase);
  closing.setScryptWorkFactor(scryptWork);
  return {
    recipient: await identityToRecipient(identity),
    file: await closing.encrypt(`${identity}\n`),
    passphrase,
  };
}

/** The key pair that the endpoint signs receipts with. */
export function makeReceiptKeys(): ReceiptKeys {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    privatePem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: rawPublicKey(publicKey),
  };
}

function rawPublicKey(key: KeyObject): string {
  return Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url").toString("base64");
}

/** What the app, the desk and the endpoint are told of all these keys. */
export function publicPart(organisations: readonly OrganisationKeys[], receipts: ReceiptKeys): DeploymentKeys {
  const recipients = organisations.map(({ organisation, inUse, offline }) => [
    organisation,
    { recipients: [inUse.recipient, offline.recipient] },
  ]);
  return { version: 1, organisations: Object.fromEntries(recipients), receipts: { publicKey: receipts.publicKey } };
}
