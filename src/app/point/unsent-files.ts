import { downloadZip } from "client-zip";
import type { Outbox, Parcel } from "../../storage/outbox.ts";
import { referenceOf } from "../../wire/reference.ts";

interface SealedFile {
  readonly name: string;
  readonly input: Uint8Array<ArrayBuffer>;
  readonly lastModified: Date;
}

const atOnce = 50;

/** Every letter that was not received yet, under a name that tells its reference and for whom it is. */
export async function unsentFiles(
  outbox: Pick<Outbox, "list" | "letter">,
): Promise<{ readonly files: readonly SealedFile[]; readonly ids: readonly string[] }> {
  const files: SealedFile[] = [];
  const ids: string[] = [];
  for (let after: number | null | undefined; after !== null; ) {
    const page = await outbox.list({ limit: atOnce, ...(after === undefined ? {} : { after }) });
    for (const parcel of page.parcels.filter(({ state }) => state.kind !== "received")) {
      files.push(...(await filesOf(parcel, outbox)));
      ids.push(parcel.id);
    }
    after = page.next;
  }
  return { files, ids };
}

async function filesOf(parcel: Parcel, outbox: Pick<Outbox, "letter">): Promise<readonly SealedFile[]> {
  const files: SealedFile[] = [];
  for (const { organisation } of parcel.letters) {
    const input = await outbox.letter(parcel.id, organisation);
    const name = `${organisation}/${referenceOf(parcel.id)}.age`;
    if (input) files.push({ name, input, lastModified: new Date(parcel.createdAt) });
  }
  return files;
}

export async function zipped(files: readonly SealedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await downloadZip([...files]).arrayBuffer());
}
