import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { tabletPack } from "./src/wire/keep-offline.ts";
import { logicalSides } from "./vite.logical.ts";
import { catalogues, deployment, deploymentKeys, offlinePacks, onlyCurvesOfKeys } from "./vite.material.ts";
import { shell } from "./vite.shell.ts";
import { stillPagesOf } from "./vite.still-pages.ts";

/**
 * What is always wanted at the same time is one file: each file more costs a slow line half a kilobyte and a wait. Nothing
 * that the service worker imports may be among it: files that import each other in a circle do not start.
 */
const together = [
  {
    name: "reports",
    test: /\/src\/app\/reports\/(?!open|Reports|Unavailable)|\/src\/app\/deliver-now/,
  },
  {
    name: "writing",
    test: new RegExp(
      "/src/(app/report/(keeping|consents|idle-lock|PassphraseField)|storage/(draft-saver|persistence)|" +
        "report/(disclosure|offered|standing|value-schema|answers-schema))",
    ),
  },
];

/** A device that does not keep a pack finds its chunks by the pack's name in their path: `packsOf`. */
function folderOf(moduleIds: readonly string[]): string {
  if (moduleIds.some((id) => id.includes("/src/app/point/"))) return `${tabletPack}/`;
  const words = moduleIds.map((id) => id.split("virtual:words/")[1]).find((tag) => tag !== undefined);
  return words ? `${words}/` : "";
}

/** The reporter's app: HTML for every page and language, the script that takes it over, and the service worker. */
export default defineConfig({
  appType: "mpa",
  plugins: [
    preact(),
    catalogues(),
    deployment(),
    deploymentKeys(),
    offlinePacks(),
    onlyCurvesOfKeys(),
    stillPagesOf(),
    shell(),
  ],
  css: { postcss: { plugins: [logicalSides] } },
  build: {
    outDir: "dist/app",
    target: "es2022",
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    rollupOptions: {
      input: { app: "index.html", "service-worker": "src/service-worker/start.ts" },
      output: {
        entryFileNames: (chunk) => (chunk.name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js"),
        chunkFileNames: ({ name, moduleIds }) => `assets/${folderOf(moduleIds)}${name}-[hash].js`,
        assetFileNames: "assets/[name]-[hash][extname]",
        codeSplitting: { includeDependenciesRecursively: false, groups: together },
      },
    },
  },
});
