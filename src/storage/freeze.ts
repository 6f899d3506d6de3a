import { intactLetters, removeLetters } from "./letters.ts";
import type { FreezeOutcome, NewParcel } from "./outbox.ts";
import { withState } from "./parcel-state.ts";
import { believedDraft, believedParcel, type ParcelRow } from "./records.ts";
import type { Rows, Tables } from "./tables.ts";

/**
 * Takes a sealed report in and lets its draft go: first the bytes are journalled beside the draft, then read again from
 * the device and verified, then the draft is deleted in the same transaction that makes the parcel one to be sent.
 * Whenever this is cut off, `recover` finds the draft, or the sealed report, or both and knows which one counts.
 */
export async function freeze(
  tables: Tables,
  parcel: NewParcel,
  draftId: string,
  token: string,
): Promise<FreezeOutcome> {
  if (parcel.letters.length === 0) throw new RangeError("a report for nobody is not sealed");
  const journalled = await tables.write(["parcels", "letters"], (rows) => journal(rows, parcel, token));
  if (journalled.kind !== "done") return journalled;
  if (journalled.value === null) return { kind: "frozen", id: parcel.id };
  if ((await intactLetters(tables, journalled.value)) === null) {
    await drop(tables, parcel.id, token);
    return { kind: "damaged" };
  }
  const sealed = await tables.write(["parcels", "drafts"], (rows) => complete(rows, parcel.id, token, draftId));
  if (sealed.kind === "done" && sealed.value) return { kind: "frozen", id: parcel.id };
  await drop(tables, parcel.id, token);
  return { kind: sealed.kind === "full" ? "full" : "failed" };
}

/** Null when this report was sealed before: a second tap, or a window that did not hear of the first. */
async function journal(rows: Rows, parcel: NewParcel, token: string): Promise<ParcelRow | null> {
  const before = believedParcel(await rows.get("parcels", parcel.id));
  if (before && before.state.kind !== "sealing") return null;
  if (before) await removeLetters(rows, before);
  const row: ParcelRow = {
    id: parcel.id,
    serial: before?.serial ?? (await nextSerial(rows)),
    createdAt: parcel.createdAt,
    letters: parcel.letters.map(({ organisation, digest }) => ({ organisation, digest })),
    state: { kind: "sealing", at: 0, token },
    ...(parcel.fromPoint ? { fromPoint: true } : {}),
  };
  await rows.put("parcels", row);
  for (const letter of parcel.letters) await rows.put("letters", { parcel: parcel.id, ...letter });
  return row;
}

async function nextSerial(rows: Rows): Promise<number> {
  const [newest] = await rows.select("parcels", { index: "serial", newestFirst: true, limit: 1 });
  const serial = (newest as { readonly serial: number } | undefined)?.serial; // its index has only numbers we put there
  return (serial ?? 0) + 1;
}

/** True when the report is sealed for good, by us or by who was faster; false when our journal is not there any more. */
async function complete(rows: Rows, id: string, token: string, draftId: string): Promise<boolean> {
  const row = believedParcel(await rows.get("parcels", id));
  if (row === null) return false;
  if (row.state.kind !== "sealing") return true;
  if (row.state.token !== token) return false;
  await rows.put("parcels", withState(row, { kind: "waiting", at: row.createdAt, attempt: 0, because: "new" }));
  await rows.remove("drafts", draftId);
  return true;
}

async function drop(tables: Tables, id: string, token: string): Promise<void> {
  await tables.write(["parcels", "letters"], async (rows) => {
    const row = believedParcel(await rows.get("parcels", id));
    if (row?.state.kind !== "sealing" || row.state.token !== token) return;
    await removeLetters(rows, row);
    await rows.remove("parcels", id);
  });
}

/**
 * Finishes a sealing that was cut off after the person had pressed Send: completed where all its bytes are good, dropped
 * where they are not and the draft is still there, held as damaged where there is nothing else.
 */
export async function recover(tables: Tables): Promise<void> {
  const cutOff = await tables.read(["parcels"], async (rows) => {
    const all = await rows.select("parcels", { index: "queue", from: ["sealing"], to: ["sealing", Infinity] });
    return all.map(believedParcel).filter((row) => row !== null);
  });
  for (const row of cutOff) {
    if (row.state.kind !== "sealing") continue;
    const { token } = row.state;
    const draftId = await draftOf(tables, row.id);
    if ((await intactLetters(tables, row)) !== null) {
      await tables.write(["parcels", "drafts"], (rows) => complete(rows, row.id, token, draftId ?? ""));
    } else if (draftId !== null) {
      await drop(tables, row.id, token);
    } else {
      const damaged = withState(row, { kind: "held", at: 0, because: "damaged" });
      await tables.write(["parcels"], (rows) => rows.put("parcels", damaged));
    }
  }
}

async function draftOf(tables: Tables, submission: string): Promise<string | null> {
  const all = await tables.read(["drafts"], (rows) => rows.select("drafts", {}));
  return all.map(believedDraft).find((draft) => draft?.submission === submission)?.id ?? null;
}
