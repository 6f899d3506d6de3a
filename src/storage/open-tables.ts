import { randomName } from "./ciphers.ts";
import { type DatabaseMeans, type DatabaseOpening, openDatabase } from "./database.ts";
import { believedEpoch } from "./records.ts";
import type { Tables } from "./tables.ts";
import { tablesOnDisk } from "./tables-on-disk.ts";

export type TablesOpening =
  | { readonly kind: "open"; readonly tables: Tables; readonly epoch: string }
  | Exclude<DatabaseOpening, { kind: "open" }>;

/** Opens the database and makes sure that it can be read and written and has a name of its own. */
export async function openTables(means: DatabaseMeans): Promise<TablesOpening> {
  const opening = await openDatabase(means);
  if (opening.kind !== "open") return opening;
  const tables = tablesOnDisk(opening.database, async () => {
    const again = await openDatabase(means);
    return again.kind === "open" ? again.database : null;
  });
  const epoch = await epochOf(tables);
  if (epoch !== null) return { kind: "open", tables, epoch };
  tables.close();
  return { kind: "damaged" };
}

async function epochOf(tables: Tables): Promise<string | null> {
  const name = randomName();
  const written = await tables.write(["about"], async (rows) => {
    const known = believedEpoch(await rows.get("about", "epoch"));
    if (known !== null) return known.name;
    await rows.put("about", { id: "epoch", name });
    return name;
  });
  return written.kind === "done" ? written.value : null;
}
