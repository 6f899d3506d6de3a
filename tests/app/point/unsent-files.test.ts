import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unsentFiles, zipped } from "../../../src/app/point/unsent-files.ts";
import type { Parcel } from "../../../src/storage/outbox.ts";
import { referenceOf } from "../../../src/wire/reference.ts";

const letters = [
  { organisation: "police", digest: "0".repeat(64) },
  { organisation: "victimsFirst", digest: "1".repeat(64) },
];
const id = (number: number) => number.toString(16).padStart(8, "0").padEnd(32, "0");
const waiting = (number: number): Parcel => ({
  id: id(number),
  createdAt: Date.parse("2026-11-25T10:00:00Z"),
  letters,
  state: { kind: "waiting", attempt: 0, dueAt: 0, because: "unreachable" },
  fromPoint: true,
  savedAt: null,
});
const receivedOne: Parcel = { ...waiting(0), state: { kind: "received", receipt: {} as never } };

function outboxWith(parcels: readonly Parcel[]) {
  return {
    async list({ limit, after = 0 }: { readonly limit: number; readonly after?: number }) {
      const page = parcels.slice(after, after + limit);
      return { parcels: page, next: after + limit < parcels.length ? after + limit : null };
    },
    letter: async (of: string, organisation: string) => new TextEncoder().encode(`${of} for ${organisation}`),
  };
}

it("F45: saves two hundred unsent reports as one ZIP file that any computer opens, with a folder for each organisation", async () => {
  const parcels = [receivedOne, ...Array.from({ length: 200 }, (_, place) => waiting(place + 1))];
  const { files, ids } = await unsentFiles(outboxWith(parcels));
  expect(ids).toEqual(parcels.slice(1).map((parcel) => parcel.id));
  const folder = mkdtempSync(join(tmpdir(), "connect-stick-"));
  try {
    writeFileSync(join(folder, "letters.zip"), await zipped(files));
    execFileSync("unzip", ["-q", "letters.zip"], { cwd: folder });
    for (const parcel of parcels.slice(1)) {
      const file = join(folder, "police", `${referenceOf(parcel.id)}.age`);
      expect(readFileSync(file, "utf8")).toBe(`${parcel.id} for police`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
