import type { SealedBytes } from "./outbox.ts";
import { believedLetter, type ParcelRow, type StoredBytes } from "./records.ts";
import type { Rows, Tables } from "./tables.ts";

/** The letters of one parcel as they lie on the device now, or null when any is missing or not what was sealed. */
export async function intactLetters(tables: Tables, parcel: ParcelRow): Promise<readonly SealedBytes[] | null> {
  return intact(parcel, await tables.read(["letters"], (rows) => storedLetters(rows, parcel.id)));
}

/** These letters of a parcel, or null when any is missing or not what was sealed. */
export async function intact(
  parcel: ParcelRow,
  found: ReadonlyMap<string, StoredBytes>,
): Promise<readonly SealedBytes[] | null> {
  const letters: SealedBytes[] = [];
  for (const { organisation, digest } of parcel.letters) {
    const bytes = found.get(organisation);
    if (bytes === undefined || !beginsAsAge(bytes) || (await digestOf(bytes)) !== digest) return null;
    letters.push({ organisation, digest, bytes });
  }
  return letters;
}

/** By organisation. */
export async function storedLetters(rows: Rows, parcel: string): Promise<ReadonlyMap<string, StoredBytes>> {
  const all = await rows.select("letters", { from: [parcel], to: [parcel, "\uffff"] });
  const letters = all.map(believedLetter).filter((letter) => letter !== null);
  return new Map(letters.map(({ organisation, bytes }) => [organisation, bytes]));
}

export async function removeLetters(rows: Rows, { id, letters }: ParcelRow): Promise<void> {
  for (const { organisation } of letters) await rows.remove("letters", [id, organisation]);
}

const ageHeader = new TextEncoder().encode("age-encryption.org/v1\n");

function beginsAsAge(bytes: StoredBytes): boolean {
  return ageHeader.every((byte, place) => bytes[place] === byte);
}

async function digestOf(bytes: StoredBytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
