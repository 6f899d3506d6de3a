import type { Plant, Plants } from "./plant.ts";

function plant(file: string, says: string, text: string): Plant {
  return { files: { [file]: `${text}\n` }, says: [new RegExp(`${file}(:\\d+)* ${says}`)] };
}

function ownRule(file: string, says: string, text: string): Plant {
  return plant(file, `plugin [━\\s×]+${says}`, text);
}

const weather = 'export type Weather = "dry" | "wet";';
const pure = "A pure folder takes the time, chance and the network as arguments";

export const plantedLint: Plants = {
  any: plant("src/sync/any.ts", "lint/suspicious/noExplicitAny", "export const all: any = 1;"),
  "a value that is only said to be there": plant(
    "src/sync/there.ts",
    "lint/style/noNonNullAssertion",
    "export const there = (given: string | null) => given!.length;",
  ),
  "a default export": plant("src/sync/default.ts", "lint/style/noDefaultExport", "export default 1;"),
  "a file that only passes on": plant(
    "src/sync/barrel.ts",
    "lint/performance/noReExportAll",
    'export * from "./outcome.ts";',
  ),
  "a promise that nobody waits for": plant(
    "src/sync/floating.ts",
    "lint/nursery/noFloatingPromises",
    "async function later(): Promise<void> {}\n\nexport function floating(): void {\n  later();\n}",
  ),
  "a switch that forgets a case": plant(
    "src/sync/forgets.ts",
    "lint/nursery/useExhaustiveSwitchCases",
    `${weather}\n\nexport function forgets(weather: Weather, say: () => void): void {
  switch (weather) {\n    case "dry":\n      say();\n  }\n}`,
  ),
  "a switch that hides the cases to come": ownRule(
    "src/sync/hides.ts",
    "Name every case",
    `${weather}\n\nexport function hides(weather: Weather): number {
  switch (weather) {\n    case "dry":\n      return 1;\n    default:\n      return 2;\n  }\n}`,
  ),
  "two files that need each other": {
    files: {
      "src/sync/one.ts": 'import { two } from "./two.ts";\n\nexport const one = () => two;\n',
      "src/sync/two.ts": 'import { one } from "./one.ts";\n\nexport const two = () => one;\n',
    },
    says: [/src\/sync\/one\.ts:1:\d+ lint\/suspicious\/noImportCycles/],
  },
  "a pure folder that reads the clock": ownRule("src/report/clock.ts", pure, "export const now = () => Date.now();"),
  "a pure folder that knows today": ownRule("src/wire/today.ts", pure, "export const today = () => new Date();"),
  "a pure folder that draws lots": ownRule("src/report/lots.ts", pure, "export const lot = () => Math.random();"),
  "a pure folder that makes a secret": ownRule(
    "src/wire/secret.ts",
    pure,
    "export const secret = () => crypto.randomUUID();",
  ),
  "a pure folder that uses the network": ownRule("src/wire/network.ts", pure, 'export const get = () => fetch("/");'),
  "Node on a person's device": plant(
    "src/storage/node.ts",
    "lint/style/noRestrictedGlobals",
    'export const node = Buffer.from("");',
  ),
  "a test that finds what no screen reader would": ownRule(
    "tests/hidden.test.ts",
    "Find it by its role and accessible name",
    `page.getBy${"TestId"}("send");`,
  ),
  // Not put off itself: it is the text of a file that the linter must refuse.
  "a test that is put off": plant("tests/off.test.ts", "lint/suspicious/noSkippedTests", 'it.skip("works", () => {});'),
  "a layout of one's own": plant("src/sync/layout.ts", "format", "export const layout   =   1;"),
};
