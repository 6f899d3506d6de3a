import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { closeSync, existsSync, globSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stamp = join("dist", "built-with.txt");
const results = [join("dist", "app", "index.html"), join("dist", "desk", "index.html")];
const sources = ["{src,locales,deployments,public}/**/*", "*.html", "vite*.ts", "package-lock.json"];

/** Whether the last build was made with these keys and from the files as they are now. */
export function isBuiltFor(keysFile: string): boolean {
  if (![stamp, ...results].every((file) => existsSync(file))) return false;
  if (readFileSync(stamp, "utf8") !== digestOf(keysFile)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  const newer = (file: string) => statSync(file).mtimeMs > builtAt;
  return !results.some(newer) && !globSync(sources).some(newer); // somebody may have built since, with other keys
}

/** Builds the app and the desk with these keys pinned; what the build says goes to a file. */
export async function buildFor(keysFile: string, logFile: string): Promise<void> {
  const log = openSync(logFile, "w");
  const env = { ...process.env, CONNECT_KEYS: keysFile };
  const build = spawn("npm", ["run", "build"], {
    env,
    stdio: ["ignore", log, log],
    shell: process.platform === "win32",
  });
  const [code] = await once(build, "exit");
  closeSync(log);
  if (code !== 0) throw new Error(`The build failed. What it said is in ${logFile}.`);
  writeFileSync(stamp, digestOf(keysFile));
}

function digestOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
