import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program or font of the machine that tests use, and Debian's package for it. */
interface Need {
  readonly what: string;
  readonly debian: string;
  readonly isThere: () => boolean;
}

/** Every one of these is driven for real; none is replaced by a stand-in where it is missing. */
const needs: readonly Need[] = [
  { what: "Chromium", debian: "chromium", isThere: () => existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium") },
  { what: "Firefox ESR", debian: "firefox-esr", isThere: () => onPath("firefox-esr") },
  { what: "WebKitGTK's driver", debian: "webkit2gtk-driver", isThere: () => onPath("WebKitWebDriver") },
  { what: "Xvfb, a screen for WebKitGTK", debian: "xvfb", isThere: () => onPath("Xvfb") },
  { what: "the age program", debian: "age", isThere: () => onPath("age") },
  { what: "the unzip program", debian: "unzip", isThere: () => onPath("unzip") },
  { what: "a font for Arabic", debian: "fonts-noto-core", isThere: () => hasFont("Noto Sans Arabic") },
];

/** Makes sure of everything that tests need, or says plainly what is missing and how to get it. */
export function ensureNeeds(say: (words: string) => void): boolean {
  const missing = missingNeeds();
  if (missing.length === 0) return true;
  const packages = missing.map(({ debian }) => debian);
  say(`The tests need ${missing.map(({ what }) => what).join(", ")}.`);
  if (!canInstall()) {
    say(`On Debian or Ubuntu: sudo apt-get install ${packages.join(" ")}`);
    say("Elsewhere, install them as your system does. CHROMIUM=/path/to/chromium names another Chromium.");
    say("Tests that need no browser run without them: npx vitest run --project core");
    return false;
  }
  install(packages);
  const stillMissing = missingNeeds();
  for (const { what, debian } of stillMissing) say(`Still missing: ${what} (${debian}).`);
  return stillMissing.length === 0;
}

const missingNeeds = (): readonly Need[] => needs.filter(({ isThere }) => !isThere());

const onPath = (program: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

const hasFont = (family: string): boolean =>
  spawnSync("fc-list", [family], { encoding: "utf8" }).stdout?.includes(family) ?? false;

const isRoot = (): boolean => process.getuid?.() === 0;

const canInstall = (): boolean =>
  onPath("apt-get") && (isRoot() || spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0);

function install(packages: readonly string[]): void {
  const quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"];
  const [program = "", ...words] = isRoot() ? quietly : ["sudo", "-n", ...quietly];
  spawnSync(program, [...words, "update"], { stdio: "inherit" });
  spawnSync(program, [...words, "install", "--no-install-recommends", ...packages], { stdio: "inherit" });
}
