import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { reportPath } from "./cold-visits.ts";
import type { Exchange } from "./exchanges.ts";
import type { Figure } from "./figures.ts";

type Wanted = (exchange: Exchange) => boolean;

/** What cold visits loaded, in kB on the wire: compressed, with the headers of every answer. */
export function weightOf(loads: readonly (readonly Exchange[])[]): Figure[] {
  const html = readFileSync(resolve("var/bench/app", `.${reportPath}`, "index.html"), "utf8");
  const named = new Set(Array.from(html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g), ([, path]) => path));
  const sum = (about: string, wanted: Wanted, goal?: Figure["goal"]): Figure => ({
    about: `on the wire: ${about}`,
    unit: "kB",
    ours: loads.map((load) => load.filter(wanted).reduce((bytes, { down }) => bytes + down, 0) / 1000),
    ...(goal ? { goal } : {}),
  });
  return [
    {
      about: "on the wire: HTML of the first question",
      unit: "kB",
      ours: loads.map((load) => (load.find(({ path }) => path === reportPath)?.down ?? Number.NaN) / 1000),
      goal: { atMost: 14.6 },
    },
    sum("JS before the script runs", ({ path }) => named.has(path), { atMost: 45, aim: 30 }),
    sum("all of one language but its advice", ({ path }) => !isOther(path) && !isAdvice(path), {
      atMost: 170,
      aim: 140,
    }),
    sum("advice of one language", ({ path }) => !isOther(path) && isAdvice(path), { atMost: 60 }),
    sum("of it JS with the service worker", ({ path }) => path.endsWith(".js") && !isOther(path)),
    sum("of it pages", ({ path }) => !isOther(path) && /(\/|\.html)(\?|$)/.test(path)),
    sum("of it CSS files", ({ path }) => path.endsWith(".css")),
    sum("of it fonts", ({ path }) => /\.(woff2?|ttf|otf)$/.test(path), { atMost: 0 }),
    sum("all that a first visit loads, every language", () => true),
    {
      about: "requests of a first visit",
      unit: "",
      ours: loads.map((load) => load.length),
    },
  ];
}

const languages = JSON.parse(readFileSync("locales/languages.json", "utf8")) as Readonly<Record<string, unknown>>;
const others = Object.keys(languages).filter((tag) => !reportPath.startsWith(`/${tag}/`));

/** Pages that are read beside a report, whoever writes one. They have a limit of their own. */
const isAdvice = (path: string): boolean => path.includes("/advice/");

/** Whether it is for a language that the visitor did not choose. */
function isOther(path: string): boolean {
  return others.some((tag) => path.startsWith(`/${tag}/`) || path.startsWith(`/assets/${tag}-`));
}
