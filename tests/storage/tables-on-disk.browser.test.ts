import { tablesOnDisk } from "../../src/storage/tables-on-disk.ts";
import { rawDatabase, wipeDatabase } from "./device.ts";
import { describeTables } from "./tables-contract.ts";

describeTables("on the device", async () => {
  await wipeDatabase();
  return tablesOnDisk(await rawDatabase(), async () => null);
});
