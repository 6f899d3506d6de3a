import { readFileSync } from "node:fs";
import postcss from "postcss";
import { compileAsync } from "sass-embedded";
import { createServer, type Plugin } from "vite";
import type { StillPage } from "./src/app/prerender.tsx";
import { logicalSides } from "./vite.logical.ts";
import { catalogueOf, catalogues, deployment, draftLanguages, languageTags } from "./vite.material.ts";

type Bundle = Parameters<Extract<NonNullable<Plugin["generateBundle"]>, (...args: never[]) => unknown>>[1];

/** Writes every page of every language as HTML that can be read, and its first question answered, before any script. */
export function stillPagesOf(): Plugin {
  return {
    name: "still-pages",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const template = bundle["index.html"];
      if (template?.type !== "asset") return;
      const css = await firstStyle();
      const style = `<style>${css}</style>`;
      const shared = this.getFileName(this.emitFile({ type: "asset", name: "first.css", source: css }));
      const link = `<link rel="stylesheet" href="/${shared}">`;
      const html = String(template.source);
      delete bundle["index.html"];
      for (const page of await renderAll()) {
        this.emitFile({ type: "asset", fileName: page.file, source: filled(html, page, style, bundle) });
        // English has its own address as well, and the page of a report is kept as it is: see the service worker.
        if (page.file === "index.html" || page.page === "report") continue;
        this.emitFile({ type: "asset", fileName: `kept/${page.file}`, source: filled(html, page, link, bundle) });
      }
      for (const tag of languageTags()) {
        this.emitFile({ type: "asset", fileName: `${tag}/manifest.webmanifest`, source: manifestOf(tag) });
      }
      this.emitFile({ type: "asset", fileName: "manifest.webmanifest", source: manifestOf("en-GB") });
    },
  };
}

async function renderAll(): Promise<readonly StillPage[]> {
  const server = await createServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [catalogues(), deployment()],
  });
  try {
    const { stillPages } = (await server.ssrLoadModule(
      "/src/app/prerender.tsx",
    )) as typeof import("./src/app/prerender.tsx");
    return stillPages(Object.fromEntries(languageTags().map((tag) => [tag, catalogueOf(tag)])), draftLanguages());
  } finally {
    await server.close();
  }
}

async function firstStyle(): Promise<string> {
  const { css } = await compileAsync("src/app/first.scss", {
    style: "compressed",
    loadPaths: ["node_modules"],
    quietDeps: true,
  });
  return postcss([logicalSides]).process(css, { from: undefined }).css.trim();
}

function filled(template: string, page: StillPage, style: string, bundle: Bundle): string {
  const { tag, direction } = page.language;
  const words = page.words ? `<script type="application/json" id="words">${inert(page.words)}</script>` : "";
  const entry = page.page === "away" ? "" : page.page;
  return template
    .replace('lang="en-GB" dir="ltr"', `lang="${tag}" dir="${direction}"`)
    .replace("<title>Connect</title>", `<title>${page.title}</title>`)
    .replace("/manifest.webmanifest", `/${tag}/manifest.webmanifest`)
    .replace('data-page="start"', `data-page="${page.page}"`)
    .replace("<!--page-->", () => page.html)
    .replace("<!--words-->", () => words)
    .replace("<!--head-->", () => preloads(entry, bundle) + style)
    .replaceAll(/>\s+</g, "><");
}

/** JSON that cannot end the script element it stands in. */
const inert = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** What the list of reports needs beside the script of every page is wanted at once, so its HTML names those files. */
function preloads(page: string, bundle: Bundle): string {
  if (page !== "reports") return "";
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const next of chunks.find((chunk) => chunk.fileName === file)?.imports ?? []) visit(next);
  };
  const first = chunks.find((chunk) => chunk.facadeModuleId?.endsWith("/src/app/reports/open.tsx"));
  if (first) visit(first.fileName);
  return [...files].map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`).join("");
}

const directionOf = (tag: string): string =>
  (JSON.parse(readFileSync("locales/languages.json", "utf8")) as Record<string, { direction: string }>)[tag]
    ?.direction ?? "ltr";

function manifestOf(tag: string): string {
  const words = catalogueOf(tag) as {
    interface: { product: string };
    pages: { shortcuts: { report: string; support: string } };
  };
  const icon = (size: number, purpose: string) => ({
    src: `/icon-${purpose === "maskable" ? "maskable-" : ""}${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return JSON.stringify({
    id: "/",
    name: words.interface.product,
    short_name: words.interface.product,
    lang: tag,
    dir: directionOf(tag),
    start_url: `/${tag}/`,
    scope: "/",
    display: "standalone",
    background_color: "#f6f3ee",
    theme_color: "#f6f3ee",
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    shortcuts: [
      { name: words.pages.shortcuts.report, url: `/${tag}/report/` },
      { name: words.pages.shortcuts.support, url: `/${tag}/support/` },
    ],
  });
}
