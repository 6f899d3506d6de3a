import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { type WrittenKeys, writeNewKeys } from "../../src/keys/write.ts";

/** The built programs, and the keys that they were built with. */
export interface Built {
  readonly appFolder: string;
  readonly deskFolder: string;
  readonly keys: WrittenKeys;
}

declare module "vitest" {
  interface ProvidedContext {
    readonly built: Built;
  }
}

/**
 * Builds the app and the desk once for all journeys, with keys made for them. `CONNECT_TEST_BUILD` names the root of a
 * tree that was built this way before, to be used as it is.
 */
export async function setup(project: TestProject): Promise<void> {
  const builtBefore = process.env["CONNECT_TEST_BUILD"];
  const root = resolve(builtBefore ?? ".");
  const written = join(root, "var/test/written.json");
  if (!builtBefore) {
    const keys = await freshKeys(join(root, "var/test/keys"));
    writeFileSync(written, JSON.stringify(keys));
    build("vite.config.ts", keys.keysFile);
    build("vite.desk.config.ts", keys.keysFile);
  }
  const keys = JSON.parse(readFileSync(written, "utf8")) as WrittenKeys;
  project.provide("built", { appFolder: join(root, "dist/app"), deskFolder: join(root, "dist/desk"), keys });
}

async function freshKeys(folder: string): Promise<WrittenKeys> {
  rmSync(folder, { recursive: true, force: true });
  return writeNewKeys(folder, ["police", "victimsFirst", "council"], { chance: randomBytes, scryptWork: 10 });
}

function build(config: string, keysFile: string): void {
  const vite = resolve("node_modules/vite/bin/vite.js");
  const { PATH, HOME } = process.env; // not the test runner's own: it would build a program for tests
  execFileSync(process.execPath, [vite, "build", "--config", config, "--logLevel", "warn"], {
    env: { PATH, HOME, CONNECT_KEYS: keysFile },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
