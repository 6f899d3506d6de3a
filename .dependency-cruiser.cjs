/** Who may know whom. The table and its reasons: docs/decisions/0001-who-may-know-whom.md */
const mayImport = {
  report: ["zod"],
  guidance: ["zod"],
  wire: ["zod"],
  sealing: ["src/wire", "age-encryption", "@noble/curves", "@noble/hashes"],
  storage: ["src/report", "src/wire", "zod", "@noble/hashes"],
  sync: ["src/wire", "zod"],
  language: ["locales", "i18next"],
  ui: ["src/language", "preact"],
  app: [
    ...["report", "guidance", "wire", "sealing", "storage", "sync", "language", "ui"].map((folder) => `src/${folder}`),
    ...["virtual:words", "virtual:deployment", "virtual:keys"],
    ...["preact", "preact-render-to-string", "workbox-window", "zod", "@scure/bip39", "client-zip", "qr"],
  ],
  "service-worker": [
    "src/storage",
    "src/sync",
    "src/wire",
    "src/sealing",
    "virtual:keys",
    "virtual:packs",
    "workbox-precaching",
    "zod",
  ],
  desk: [
    ...["report", "guidance", "wire", "sealing", "language", "ui"].map((folder) => `src/${folder}`),
    ...["locales", "virtual:deployment"],
    ...["preact", "react-hook-form", "zod"],
  ],
  endpoint: ["src/wire", "node", "fastify", "@fastify/[a-z-]+", "qr", "zod"],
  keys: ["src/wire", "node", "age-encryption"],
  translation: ["node", "gettext-parser", "zod"],
};
const folders = Object.keys(mayImport).join("|");

function pathsOf(name) {
  if (name.startsWith("src/") || name === "locales") return `^${name}/`;
  if (name.startsWith("virtual:")) return `^${name}(/|$)`;
  return `(^|/)node_modules/${name}/`;
}

const knowsOnlyItsOwn = Object.entries(mayImport).map(([folder, names]) => ({
  name: `${folder}-knows-only-its-own`,
  comment: `src/${folder} may import ${names.join(", ")}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: {
    pathNot: [`^src/${folder}/`, "\\.scss$", ...names.filter((name) => name !== "node").map(pathsOf)],
    ...(names.includes("node") ? { dependencyTypesNot: ["core"] } : {}),
  },
}));

module.exports = {
  forbidden: [
    ...knowsOnlyItsOwn,
    {
      name: "every-folder-has-its-row",
      comment: "A new folder of src says in the table above whom it may know.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${folders})/` },
      to: {},
    },
    {
      name: "the-endpoint-cannot-read-a-report",
      comment: "Not even through others: what lies on its disk must stay closed to it.",
      severity: "error",
      from: { path: "^src/endpoint/" },
      to: {
        path: "^src/(report|guidance|storage|sealing/open|app|desk|service-worker|keys)|(^|/)node_modules/age-encryption/",
        reachable: true,
      },
    },
    {
      name: "only-the-desk-opens-a-letter",
      comment: "Not even through others: a device that writes reports must not be able to read them back.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(desk|sealing)/" },
      to: { path: "^src/sealing/open", reachable: true },
    },
    {
      name: "no-cycles",
      comment: "Types alone may know each other: nothing of them is left when the program runs.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "one-level-of-folders",
      comment: "A folder that wants sub-folders is two folders. The app may have one level, by screen.",
      severity: "error",
      from: {},
      to: { path: "^src/[^/]+/[^/]+/", pathNot: "^src/app/[^/]+/[^/]+$" },
    },
    {
      name: "named-by-its-subject",
      comment: "A file is named by what it is about, so that nobody has to open it to know.",
      severity: "error",
      from: {},
      to: { path: "^src/.*/(index|utils?|helpers?|common|shared|types|hooks|data|info|manager|handlers?)[.]" },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
