import type { Plants } from "./plant.ts";

const asks = 'import { questions } from "../report/questions.ts";\nexport const asked = questions.length;\n';

export const plantedImports: Plants = {
  "an endpoint that knows what a report is": {
    files: { "src/endpoint/asks.ts": asks },
    says: [
      "endpoint-knows-only-its-own: src/endpoint/asks.ts",
      "the-endpoint-cannot-read-a-report: src/endpoint/asks.ts",
    ],
  },
  "an endpoint that knows a report as a type alone": {
    files: { "src/endpoint/type.ts": 'export type { Letter } from "../report/letter.ts";\n' },
    says: [
      "endpoint-knows-only-its-own: src/endpoint/type.ts",
      "the-endpoint-cannot-read-a-report: src/endpoint/type.ts",
    ],
  },
  "an endpoint that reaches a report through another folder": {
    files: {
      "src/endpoint/far.ts": 'export { asked } from "../wire/between.ts";\n',
      "src/wire/between.ts": asks,
    },
    says: ["the-endpoint-cannot-read-a-report: src/endpoint/far.ts", "wire-knows-only-its-own: src/wire/between.ts"],
  },
  "an endpoint that could decrypt": {
    files: { "src/endpoint/age.ts": 'export { Decrypter } from "age-encryption";\n' },
    says: [
      "endpoint-knows-only-its-own: src/endpoint/age.ts",
      "the-endpoint-cannot-read-a-report: src/endpoint/age.ts",
    ],
  },
  "an app that opens letters": {
    files: { "src/app/opens.ts": 'export const opens = () => import("../sealing/open.ts");\n' },
    says: ["only-the-desk-opens-a-letter: src/app/opens.ts"],
  },
  "an app that opens letters through another folder": {
    files: {
      "src/app/far.ts": 'export { open } from "../sealing/between.ts";\n',
      "src/sealing/between.ts": 'export { open } from "./open.ts";\n',
    },
    says: ["only-the-desk-opens-a-letter: src/app/far.ts"],
  },
  "a service worker that opens letters": {
    files: { "src/service-worker/opens.ts": 'export { open } from "../sealing/open.ts";\n' },
    says: ["only-the-desk-opens-a-letter: src/service-worker/opens.ts"],
  },
  "a program that imports another program": {
    files: { "src/desk/neighbour.ts": 'export { workOffline } from "../app/offline.ts";\n' },
    says: ["desk-knows-only-its-own: src/desk/neighbour.ts"],
  },
  "a package that a folder has no need of": {
    files: { "src/storage/package.ts": 'export { render } from "preact";\n' },
    says: ["storage-knows-only-its-own: src/storage/package.ts"],
  },
  "a pure folder that reads files": {
    files: { "src/report/reads.ts": 'export { readFileSync } from "node:fs";\n' },
    says: ["report-knows-only-its-own: src/report/reads.ts"],
  },
  "a folder that nobody decided on": {
    files: { "src/new/new.ts": asks },
    says: ["every-folder-has-its-row: src/new/new.ts"],
  },
  "two files that need each other": {
    files: {
      "src/wire/one.ts": 'import { two } from "./two.ts";\nexport const one = () => two;\n',
      "src/wire/two.ts": 'import { one } from "./one.ts";\nexport const two = () => one;\n',
    },
    says: [/no-cycles: src\/wire\/(one|two)\.ts/],
  },
  "an import of nothing": {
    files: { "src/wire/lost.ts": 'export { nothing } from "./no-such-file.ts";\n' },
    says: ["everything-resolves: src/wire/lost.ts"],
  },
  "a file that is named by no subject": {
    files: {
      "src/wire/named.ts": 'export { one } from "./utils.ts";\n',
      "src/wire/utils.ts": "export const one = 1;\n",
    },
    says: ["named-by-its-subject: src/wire/named.ts"],
  },
  "a folder inside a folder": {
    files: {
      "src/wire/nested.ts": 'export { one } from "./deeper/one.ts";\n',
      "src/wire/deeper/one.ts": "export const one = 1;\n",
    },
    says: ["one-level-of-folders: src/wire/nested.ts"],
  },
};
