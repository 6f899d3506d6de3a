import { join } from "node:path";
import { lettersFile, startEndpoint, thisMachine } from "../../src/endpoint/endpoint.ts";
import { sqliteLetterbox } from "../../src/endpoint/sqlite-letterbox.ts";

/** An endpoint in a process of its own, to be killed. With a point it has a writer that stops there. */
const [folder = "", point = ""] = process.argv.slice(2);
const thread = new URL("./stalling-thread.ts", import.meta.url);
const openLetterbox = (data: string) => {
  const settings = { file: lettersFile(data), lockWaitMs: 1000, point };
  return point === "" ? sqliteLetterbox(settings) : sqliteLetterbox(settings, { thread });
};

const endpoint = await startEndpoint(
  {
    appFolder: join(folder, "app"),
    deskFolder: join(folder, "desk"),
    dataFolder: join(folder, "data"),
    keysFile: join(folder, "keys", "keys.json"),
    receiptKeyFile: join(folder, "keys", "receipts.key.pem"),
    appPort: 0,
    deskPort: null,
  },
  { ...thisMachine, log: () => {}, openLetterbox },
);
process.stdout.write(`port ${endpoint.appPort}\n`);
