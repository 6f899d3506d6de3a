import preact from "@preact/preset-vite";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { logicalSides } from "./vite.logical.ts";
import { catalogues, deployment, deploymentKeys } from "./vite.material.ts";

const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What is tried on the programs as they are built. */
const built = ["tests/journeys/**/*.test.ts", "tests/checks/bundle.test.ts"];

/** Three kinds of test: plain Node, parts that need a real browser's storage or DOM, and whole journeys. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "core",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/**/*.browser.test.ts", ...built],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [preact(), catalogues(), deployment(), deploymentKeys()],
        css: { postcss: { plugins: [logicalSides] } },
        test: {
          name: "browser",
          include: ["tests/**/*.browser.test.{ts,tsx}"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromium, args: flags } }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "journeys",
          include: built,
          globalSetup: "tests/journeys/built-app.ts",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
