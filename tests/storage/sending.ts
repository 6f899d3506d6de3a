import type { TextStore } from "../../src/storage/keyring.ts";
import type { NewParcel } from "../../src/storage/outbox.ts";
import type { DeviceStorage } from "../../src/storage/storage.ts";
import { type Device, parcelFor, written } from "./device.ts";

/** A person who has written "a whole report" and has it sealed, just before it is put away. */
export async function aboutToSend(storage: DeviceStorage): Promise<{ draft: string; parcel: NewParcel }> {
  const draft = await written(storage, "a whole report");
  const id = await storage.drafts.submissionOf(draft);
  return { draft, parcel: await parcelFor(id ?? "", ["police", "council"]) };
}

/** What the person finds after opening the app again: the draft, the sealed report, or (never) neither or both. */
export async function foundAgain(phone: Device, session: TextStore, draft: string): Promise<string> {
  const { storage } = await phone.openTab(session);
  const opened = await storage.drafts.open(draft);
  const { parcels } = await storage.outbox.list({ limit: 10 });
  const letters = await Promise.all(
    parcels.flatMap(({ id, letters }) => letters.map((each) => storage.outbox.letter(id, each.organisation))),
  );
  const whole = letters.length > 0 && letters.every((letter) => letter !== null);
  return `${opened.kind === "opened" ? opened.text : opened.kind}, ${parcels.length} sealed${whole ? " whole" : ""}`;
}
