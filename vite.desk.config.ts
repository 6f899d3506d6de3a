import { readFileSync, renameSync } from "node:fs";
import path from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { logicalSides } from "./vite.logical.ts";
import { deployment } from "./vite.material.ts";

/** The desk: one page with its own origin, which the endpoint serves at `/`. */
export default defineConfig({
  plugins: [preact(), deployment(), wordsInHtml(), asIndex()],
  css: { postcss: { plugins: [logicalSides] } },
  publicDir: false, // the reporter's icons and manifest
  worker: { format: "es" },
  build: {
    outDir: "dist/desk",
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: "desk.html",
      output: {
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});

/** Puts the few words that stand before any script into the HTML: `%title.starting%`. */
function wordsInHtml(): Plugin {
  const words: unknown = JSON.parse(readFileSync("locales/en-GB/desk.json", "utf8"));
  const find = (key: string): string => {
    const found = key.split(".").reduce((at, name) => (at as Record<string, unknown>)[name], words);
    if (typeof found !== "string") throw new Error(`desk.html wants ${key}, which desk.json does not have`);
    return found;
  };
  return { name: "words-in-html", transformIndexHtml: (html) => html.replace(/%([\w.]+)%/g, (_, key) => find(key)) };
}

/** `desk.html` beside the app's `index.html` in the sources becomes the page at `/` of its own origin. */
function asIndex(): Plugin {
  let folder = "";
  return {
    name: "as-index",
    apply: "build",
    configResolved({ root, build }) {
      folder = path.resolve(root, build.outDir);
    },
    writeBundle: () => renameSync(path.join(folder, "desk.html"), path.join(folder, "index.html")),
  };
}
