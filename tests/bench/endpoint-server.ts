import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { startEndpoint, thisMachine } from "../../src/endpoint/endpoint.ts";

/** The endpoint as it is deployed, log and all, but for the rate limit: the load comes from one address. */
const [folder = "", dataFolder = ""] = process.argv.slice(2);
const log = openSync(join(folder, "requests.log"), "a");
const endpoint = await startEndpoint(
  {
    appFolder: join(folder, "app"),
    deskFolder: join(folder, "desk"),
    dataFolder,
    keysFile: join(folder, "keys", "keys.json"),
    receiptKeyFile: join(folder, "keys", "receipts.key.pem"),
    appPort: 0,
    deskPort: 0,
    limits: { submissionsPerMinute: Number.MAX_SAFE_INTEGER },
  },
  { ...thisMachine, log: (line) => void writeSync(log, `${line}\n`) },
);
process.stdout.write(`${endpoint.appPort}\n`);
process.once("SIGTERM", () => {
  void endpoint.close().then(() => closeSync(log));
});
