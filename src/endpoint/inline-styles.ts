import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The hashes, as a policy names them, of every `<style>` that stands in the HTML files of a folder. */
export async function inlineStyleHashes(folder: string): Promise<readonly string[]> {
  const hashes = new Set<string>();
  for await (const file of glob("**/*.html", { cwd: folder }))
    for (const hash of styleHashes(await readFile(join(folder, file), "utf8"))) hashes.add(hash);
  return [...hashes].sort();
}

export function styleHashes(html: string): readonly string[] {
  const styles = html.matchAll(/<style(?:\s[^>]*)?>(?<text>[\s\S]*?)<\/style>/gi);
  return Array.from(styles, (style) => {
    const text = style.groups?.text ?? "";
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  });
}
