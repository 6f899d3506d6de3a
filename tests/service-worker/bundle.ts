import { build, type Plugin } from "vite";

/** Bundles one piece of code as the app's own build would, and returns it as text. */
export async function bundled(
  code: string,
  modules: Readonly<Record<string, string>> = {},
  plugins: readonly Plugin[] = [],
): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, rollupOptions: { input: "virtual:entry", preserveEntrySignatures: "exports-only" } },
    plugins: [...plugins, virtual({ "virtual:entry": code, ...modules })],
  });
  if (!("output" in built)) throw new Error("not one bundle");
  const [entry] = built.output;
  return entry.code;
}

function virtual(modules: Readonly<Record<string, string>>): Plugin {
  return {
    name: "virtual-modules",
    enforce: "pre",
    resolveId: (id) => (id in modules ? `\0${id}` : null),
    load: (id) => modules[id.slice(1)] ?? null,
  };
}
