import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Demo } from "./demo-made.ts";
import type { Ports } from "./demo-note.ts";

/** Runs the endpoint until it is stopped. Its request log goes to a file; what goes wrong is said as it says it. */
export async function runEndpoint(
  { folder, keysFile, receiptKeyFile }: Demo,
  environment: NodeJS.ProcessEnv,
  ready: (ports: Ports) => Promise<void>,
): Promise<void> {
  const log = openSync(join(folder, "requests.log"), "a", 0o600);
  const env = {
    ...environment,
    CONNECT_DATA: join(folder, "data"),
    CONNECT_KEYS: keysFile,
    CONNECT_RECEIPT_KEY: receiptKeyFile,
  };
  const endpoint = spawn(process.execPath, ["src/endpoint/start.ts"], { env, stdio: ["ignore", log, "pipe"] });
  process.on("SIGINT", () => endpoint.kill("SIGINT"));
  process.on("SIGTERM", () => endpoint.kill("SIGTERM"));
  endpoint.stderr?.on("data", (words) => {
    const [, app, desk] = /^Ready\. app (\d+), desk (\d+)/.exec(String(words)) ?? [];
    if (app === undefined) process.stderr.write(words);
    else
      void ready({ app: Number(app), desk: Number(desk) }).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : "The demonstration could not go on."}\n`);
        endpoint.kill("SIGTERM");
      });
  });
  const [code] = await once(endpoint, "exit");
  closeSync(log);
  process.exitCode = code ?? 0;
}
