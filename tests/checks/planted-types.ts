import type { Plant, Plants } from "./plant.ts";

function plant(file: string, says: string, text: string): Plant {
  return { files: { [file]: `${text}\n` }, says: [new RegExp(`${file}\\(\\d+,\\d+\\): error ${says}`)] };
}

export const plantedTypes: Plants = {
  "a switch with an answer that forgets a case": plant(
    "src/wire/forgets.ts",
    "TS2366",
    `export function forgets(weather: "dry" | "wet"): number {
  switch (weather) {\n    case "dry":\n      return 1;\n  }\n}`,
  ),
  "an entry that is taken for granted": plant(
    "src/wire/granted.ts",
    "TS2322",
    "export const granted = (names: string[]): string => names[0];",
  ),
  "what Node cannot run without a build": plant("src/wire/enum.ts", "TS1294", "export enum Planted {\n  One,\n}"),
};

export const plantedPureTypes: Plants = {
  "a report that knows the page it is written on": plant(
    "src/report/page.ts",
    "TS2584",
    "export const page = (): string => document.title;",
  ),
  "a wire that knows the environment": plant("src/wire/node.ts", "TS2591", "export const node = process.env;"),
};

export const plantedDeadCode: Plants = {
  "a file that nothing uses": {
    files: { "src/sync/unused.ts": "export const unused = 1;\n" },
    says: [/Unused files[\s\S]+\ssrc\/sync\/unused\.ts/],
  },
  "an export that nothing uses": {
    files: {
      "src/sync/half.ts": "export const used = 1;\nexport const unused = 2;\n",
      "tests/half.test.ts": 'import { used } from "../src/sync/half.ts";\n\nused.toFixed();\n',
    },
    says: [/Unused exports[\s\S]+\sunused\s+src\/sync\/half\.ts/],
  },
  "a package that nobody asked for": {
    files: { "tests/package.test.ts": 'import "lodash.debounce";\n' },
    says: [/Unlisted dependencies[\s\S]+\slodash\.debounce\s+tests\/package\.test\.ts/],
  },
};
