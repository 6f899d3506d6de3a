import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import type { Entry } from "./src/guidance/directory.ts";
import { holdsReportersWords } from "./src/translation/word-files.ts";
import { tabletPack } from "./src/wire/keep-offline.ts";
import { directoryOf } from "./vite.directory.ts";

const epochSeconds = process.env.SOURCE_DATE_EPOCH;
const builtOn = new Date(epochSeconds ? Number(epochSeconds) * 1000 : Date.now()).toISOString().slice(0, 10);
const named = process.env.CONNECT_DEPLOYMENT ?? "thames-valley";
/** `CONNECT_DEPLOYMENT` names a folder of `deployments/`, or is the path of one elsewhere. */
const area = named.includes("/") ? named : `deployments/${named}`;
const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** What is said on pages that are HTML and nothing more: by file, the branches that no script needs. */
const onStillPagesAlone: Readonly<Record<string, readonly string[]>> = {
  advice: ["page", "topics"],
  directory: ["contents", "groups"],
};

type Branch = { readonly [key: string]: string | Branch };

/**
 * All that a reporter may read in one language, by namespace; in English where the language lacks a word. An area may
 * have words of its own, such as about its organisations, in a `locales` folder of its own.
 */
export function catalogueOf(language: string): Record<string, object> {
  const inArea = (tag: string) => filesOf(path.resolve(area, "locales", tag));
  const inBoth = (tag: string) => filledUp(filesOf(path.resolve("locales", tag)), inArea(tag));
  return filledUp(inBoth("en-GB"), inBoth(language)) as Record<string, object>;
}

/** What the app's scripts say in one language. */
function spokenIn(language: string): Record<string, object> {
  const spoken = Object.entries(catalogueOf(language)).map(([file, words]) => {
    const left = onStillPagesAlone[file] ?? [];
    return [file, Object.fromEntries(Object.entries(words).filter(([branch]) => !left.includes(branch)))];
  });
  return Object.fromEntries(spoken);
}

function filledUp(english: Branch, own: Branch): Branch {
  const both = Object.entries(english).map(([key, words]) => {
    const mine = own[key];
    return [key, typeof words === "object" && typeof mine === "object" ? filledUp(words, mine) : (mine ?? words)];
  });
  return { ...own, ...Object.fromEntries(both) };
}

function filesOf(folder: string): Branch {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter(holdsReportersWords);
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -".json".length), read(path.join(folder, file)) as Branch]),
  );
}

export const languageTags = (): string[] => Object.keys(read("locales/languages.json") as object);

/** The languages whose words nobody has reviewed. */
export const draftLanguages = (): string[] =>
  languageTags().filter((tag) => (read(`locales/${tag}/review.json`) as { status: string }).status === "draft");

/** A module that Vite makes: one chunk of its own for each language, fetched when that language is chosen. */
export function catalogues(): Plugin {
  return virtual("virtual:words", (rest) => {
    if (rest) return `export default JSON.parse(${JSON.stringify(JSON.stringify(spokenIn(rest)))});`;
    const loaders = languageTags().map((tag) => `"${tag}": () => import("virtual:words/${tag}")`);
    return `export const draftLanguages = ${JSON.stringify(draftLanguages())};\nexport const load = { ${loaders.join(", ")} };`;
  });
}

/** The names of what only some devices keep for offline use: every language, and the tablet's part. */
export function offlinePacks(): Plugin {
  return virtual("virtual:packs", () => `export const packs = ${JSON.stringify([...languageTags(), tabletPack])};`);
}

/** The organisations, contacts and settings of the area that this build is for; apart from them, who can help there. */
export function deployment(): Plugin {
  return virtual("virtual:deployment", (rest) => {
    if (rest) return `export const directory = JSON.parse(${JSON.stringify(JSON.stringify(directory()))});`;
    const part = (name: string) => read(`${area}/${name}.json`) as Record<string, unknown>;
    return [
      `export const builtOn = "${builtOn}";`,
      `export const exitTo = ${JSON.stringify(part("deployment").exitTo)};`,
      `export const organisations = ${JSON.stringify(part("organisations").organisations)};`,
      `export const contacts = ${JSON.stringify(part("contacts").contacts)};`,
    ].join("\n");
  });
}

const warned = new Set<string>(); // a build reads it for the scripts and for the pages

function directory(): readonly Entry[] {
  const { about } = catalogueOf("en-GB")["directory"] as { about: Readonly<Record<string, unknown>> };
  const { entries, warnings } = directoryOf(area, about, builtOn);
  for (const warning of warnings.filter((each) => !warned.has(each))) process.stderr.write(`${warning}\n`);
  for (const warning of warnings) warned.add(warning);
  return entries;
}

/** The public keys that this build trusts. There is no build without them: a report must be sealed for somebody. */
export function deploymentKeys(): Plugin {
  return virtual("virtual:keys", () => `export const keys = ${JSON.stringify(readKeys())};`);
}

function readKeys(): unknown {
  const file = process.env.CONNECT_KEYS ?? `${area}/keys.json`;
  if (!existsSync(file)) throw new Error(`No keys at ${file}. Set CONNECT_KEYS, or make keys: see docs/deploying.md`);
  return read(file);
}

/**
 * Leaves out of the app the code that seals for a kind of recipient which no key of this build is of: a quarter of all
 * that seals. `seal` refuses such a recipient then, as it refuses every other that it cannot seal to.
 */
export function onlyCurvesOfKeys(keys: () => unknown = readKeys): Plugin {
  const isLeftOut = (id: string) =>
    id === "@noble/curves/nist.js" ||
    (id === "@noble/post-quantum/hybrid.js" && !JSON.stringify(keys()).includes("age1pq1"));
  return {
    name: "only-curves-of-keys",
    enforce: "pre",
    resolveId: (id, importer) => (importer?.includes("/age-encryption/") && isLeftOut(id) ? `\0left-out:${id}` : null),
    load: (id) =>
      id.startsWith("\0left-out:")
        ? "export const p256 = null, MLKEM768P256 = null, MLKEM768X25519 = null; // what seals catches"
        : null,
  };
}

function virtual(name: string, source: (rest: string) => string): Plugin {
  return {
    name,
    resolveId: (id) => (id === name || id.startsWith(`${name}/`) ? `\0${id}` : null),
    load: (id) => (id === `\0${name}` || id.startsWith(`\0${name}/`) ? source(id.slice(name.length + 2)) : null),
  };
}
