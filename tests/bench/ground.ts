import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeNewKeys } from "../../src/keys/write.ts";
import { type Line, lineTo } from "./line.ts";

/** What is measured, and how it is reached. */
export interface Ground {
  readonly app: Line;
  readonly plain: Line;
  /** A page of the plain server that no network slows down: a browser is warmed there. */
  readonly warmUp: string;
  /** Where browsers keep what they know. */
  readonly profiles: string;
  readonly keysFile: string;
  readonly lettersFile: string;
  close(): void;
}

const folder = resolve("var/bench");

/** Builds the app with keys of its own, away from any other build, and starts servers and networks. */
export async function makeGround(): Promise<Ground> {
  const keysFile = join(folder, "keys", "keys.json");
  const profiles = join(folder, "profiles");
  for (const stale of [profiles, join(folder, "data")]) rmSync(stale, { recursive: true, force: true });
  mkdirSync(profiles, { recursive: true });
  if (!existsSync(keysFile)) {
    const organisations = ["police", "victimsFirst", "council"];
    await writeNewKeys(join(folder, "keys"), organisations, { chance: randomBytes, scryptWork: 2 });
  }
  const vite = resolve("node_modules/vite/bin/vite.js");
  execFileSync(process.execPath, [vite, "build", "--outDir", join(folder, "app"), "--logLevel", "warn"], {
    env: { ...process.env, CONNECT_KEYS: keysFile },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const program = fileURLToPath(new URL("./servers.ts", import.meta.url));
  const servers = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(servers.stdout, "data");
  const ports = JSON.parse(String(said)) as { readonly app: number; readonly plain: number };
  const [app, plain] = await Promise.all([lineTo(ports.app), lineTo(ports.plain)]);
  return {
    app,
    plain,
    warmUp: `http://localhost:${ports.plain}/blank`,
    profiles,
    keysFile,
    lettersFile: join(folder, "data", "letters.sqlite"),
    close() {
      app.close();
      plain.close();
      servers.kill("SIGTERM");
      rmSync(profiles, { recursive: true, force: true });
    },
  };
}
