import { readFileSync } from "node:fs";
import { padded, seal } from "../../src/sealing/seal.ts";

/** One report as it is put into a phone's outbox: rows of `parcels` and `letters`, the bytes in base64 for the way. */
interface SealedReport {
  readonly id: string;
  readonly serial: number;
  readonly createdAt: number;
  readonly digest: string;
  readonly base64: string;
  /** Written at a Connect point. */
  readonly fromPoint?: boolean;
}

const atOnce = 50;
const organisation = "police";

/** Seals short reports for one organisation, some at a time, oldest first. */
export async function* sealedReports(keysFile: string, count: number, chance: (bytes: number) => Buffer) {
  const keys = JSON.parse(readFileSync(keysFile, "utf8"));
  const recipients: readonly string[] = keys.organisations[organisation].recipients;
  const letter = padded(JSON.stringify({ words: "x".repeat(2_000) })); // the size step of a short report
  const begun = Date.now() - count * 60_000;
  let some: SealedReport[] = [];
  for (let serial = 1; serial <= count; serial++) {
    const sealed = await seal(letter, recipients);
    if (sealed.kind === "refused") throw new Error(sealed.because);
    const { digest, bytes } = sealed;
    const id = chance(16).toString("hex");
    some.push({
      id,
      serial,
      createdAt: begun + serial * 60_000,
      digest,
      base64: Buffer.from(bytes).toString("base64"),
    });
    if (some.length < atOnce && serial < count) continue;
    yield some;
    some = [];
  }
}

/** Runs in the page: writes rows as `src/storage/records.ts` has them. The page refuses what does not fit them. */
export function putInOutbox(reports: readonly SealedReport[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("notes");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction(["parcels", "letters"], "readwrite");
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      writing.onabort = () => reject(writing.error);
      for (const { id, serial, createdAt, digest, base64, fromPoint } of reports) {
        const letters = [{ organisation: "police", digest }];
        const state = { kind: "waiting", at: createdAt, attempt: 0, because: "new" };
        writing
          .objectStore("parcels")
          .put({ id, serial, createdAt, letters, state, ...(fromPoint ? { fromPoint } : {}) });
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        writing.objectStore("letters").put({ parcel: id, organisation: "police", digest, bytes });
      }
    };
  });
}

/** Runs in the page: how many have their receipt. */
export function receivedInOutbox(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("notes");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const index = opening.result.transaction("parcels").objectStore("parcels").index("queue");
      const count = index.count(IDBKeyRange.bound(["received", -Infinity], ["received", Infinity]));
      count.onsuccess = () => resolve(count.result);
    };
  });
}
