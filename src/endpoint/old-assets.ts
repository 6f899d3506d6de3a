import { cp, glob, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod/mini";

/** The files of one release's `assets` folder; their names carry a hash of their content. */
export type Release = readonly string[];

const releases = z.array(z.array(z.string()));

/** The releases to keep after `current` came out, newest first. The same release started again is no new one. */
export function keptReleases(known: readonly Release[], current: Release, atMost: number): readonly Release[] {
  const others = known.filter((release) => release.join() !== current.join());
  return [current, ...others].slice(0, atMost);
}

/**
 * Copies a release's assets beside those of the last ones and returns their common folder: a page that was opened before
 * an update still finds the parts it has not loaded yet. What only older releases used is deleted.
 */
export async function withOldAssets(assets: string, dataFolder: string, atMost: number): Promise<string> {
  const folder = join(dataFolder, "assets");
  const record = join(dataFolder, "releases.json");
  await mkdir(folder, { recursive: true });
  await cp(assets, folder, { recursive: true });
  const kept = keptReleases(await recorded(record), await filesIn(assets), atMost);
  await writeWhole(record, JSON.stringify(kept));
  const used = new Set(kept.flat());
  for (const file of await filesIn(folder)) if (!used.has(file)) await rm(join(folder, file));
  return folder;
}

async function recorded(file: string): Promise<readonly Release[]> {
  try {
    return releases.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return []; // the first start, or a record nobody can read: the current release is all that is known
  }
}

async function filesIn(folder: string): Promise<Release> {
  const found = await Array.fromAsync(glob("**/*.*", { cwd: folder }));
  return found.sort();
}

async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = join(dirname(file), ".releases.unfinished");
  await writeFile(unfinished, text);
  await rename(unfinished, file);
}
