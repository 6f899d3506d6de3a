import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Deployment } from "./deployment.ts";

const program = fileURLToPath(new URL("../../src/endpoint/manage.ts", import.meta.url));

/** Runs the operator's command line over a deployment's data: what it said, and the code it ended with. */
export async function managed(
  { settings }: Deployment,
  more: Record<string, string>,
  ...words: string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const env = { CONNECT_DATA: settings.dataFolder, CONNECT_KEYS: settings.keysFile, ...more };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}
