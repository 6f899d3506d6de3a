import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { logicalSides } from "./vite.logical.ts";
import { catalogues, deployment, deploymentKeys } from "./vite.material.ts";
import { shell } from "./vite.shell.ts";
import { stillPagesOf } from "./vite.still-pages.ts";

/** The reporter's app: HTML for every page and language, the script that takes it over, and the service worker. */
export default defineConfig({
  appType: "mpa",
  plugins: [preact(), catalogues(), deployment(), deploymentKeys(), stillPagesOf(), shell()],
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
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});
