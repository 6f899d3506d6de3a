import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { injectManifest } from "workbox-build";

/** The camera's reader of an enrolment code: enrolling needs a network anyway, and every first visit would pay for it. */
const onlineOnly = ["assets/dom-*.js"];

const text = /\.(html|js|css|svg|json|webmanifest)$/;

/**
 * After the build: tells the service worker what to keep for offline use, and lays a compressed copy beside every text
 * file. The service worker is a module of the same build, so that page and worker share their code and its bytes.
 */
export function shell(): Plugin {
  let folder = "";
  let isWritten = false;
  return {
    name: "shell",
    apply: "build",
    enforce: "post",
    configResolved: ({ build }) => {
      folder = build.outDir;
    },
    writeBundle: () => {
      isWritten = true;
    },
    async closeBundle() {
      if (!isWritten) return; // something stopped the build, and is said in its own words
      const { count, size } = await injectManifest({
        swSrc: `${folder}/service-worker.js`,
        swDest: `${folder}/service-worker.js`,
        globDirectory: folder,
        globPatterns: ["kept/**/*.html", "*/report/index.html", "**/*.{js,css,svg,webmanifest}"],
        globIgnores: ["service-worker.js", "manifest.webmanifest", ...onlineOnly],
        dontCacheBustURLsMatching: /^assets\//,
        manifestTransforms: [(files) => ({ manifest: files.map(asServed) })],
      });
      for (const file of filesIn(folder)) compress(file);
      this.info(`${count} files for offline use, ${Math.round(size / 1024)} KiB before compression`);
    },
  };
}

/** Where a person asks for it, and as much of its digest as tells one release from the next. */
const asServed = <File extends { url: string; revision: string | null }>(file: File): File => ({
  ...file,
  url: `/${file.url.replace(/^kept\//, "")}`,
  revision: file.revision?.slice(0, 10) ?? null,
});

const filesIn = (at: string): string[] =>
  readdirSync(at, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(at, name))
    .filter((file) => text.test(file) && statSync(file).isFile());

function compress(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
