import { cleanupOutdatedCaches, PrecacheController, type PrecacheEntry } from "workbox-precaching";
import { isKept, packsOf } from "./packs.ts";
import type { LastingEvent, WorkerScope } from "./scope.ts";

/** What this device keeps of the app. */
export interface Shelf {
  /** Fetches all that these packs lack, and those that were kept before. Rejects when some of it cannot be had now. */
  keep(packs: readonly string[], event: LastingEvent): Promise<void>;
}

/**
 * Serves the reporting path from what this device keeps, network or not: `/en-GB/report/?x=1` is the file
 * `/en-GB/report/index.html`. A device keeps what every device needs and the packs that it was asked for (see
 * `packsOf`); a release is installed when it has all of these. What is not kept comes from the network. Without one, the
 * start page of the same language, or of one that is kept, takes the place of a page.
 */
export function workOffline(scope: WorkerScope, files: readonly PrecacheEntry[], packs: readonly string[]): Shelf {
  const all = new PrecacheController();
  all.addToCacheList([...files]);

  async function keep(asked: readonly string[], event: LastingEvent): Promise<void> {
    const cache = await caches.open(all.strategy.cacheName);
    const cached = (await cache.keys()).map(({ url }) => url);
    const kept = [...asked, ...cached.flatMap((url) => packsOf(new URL(url).pathname, packs))];
    const isLacking = ({ url }: PrecacheEntry) => !cached.includes(all.getCacheKeyForURL(url) ?? "");
    const fetching = new PrecacheController({ plugins: [inTheCopyToKeep] });
    fetching.addToCacheList(files.filter((file) => isKept(file.url, packs, kept) && isLacking(file)));
    await fetching.install(likeInstalling(event));
  }
  async function startPage(pathname: string): Promise<Response> {
    for (const language of [pathname.split("/")[1], ...packs]) {
      const page = await all.matchPrecache(`/${language}/index.html`);
      if (page) return page;
    }
    return Response.error();
  }
  async function answer(request: Request, pathname: string): Promise<Response> {
    const kept = await all.matchPrecache(fileOf(pathname));
    if (kept) return kept;
    return request.mode === "navigate" ? fetch(request).catch(() => startPage(pathname)) : fetch(request);
  }

  cleanupOutdatedCaches();
  scope.addEventListener("install", (event) => {
    event.waitUntil(packsOfWindows(scope, packs).then((open) => keep(open, event)));
  });
  scope.addEventListener("activate", (event) => {
    // A pack may have been asked for since this release was installed. With no network it is fetched another time.
    const complete = keep([], event).catch(() => undefined);
    event.waitUntil(complete.then(() => all.activate(event)));
  });
  scope.addEventListener("fetch", (event) => {
    const { request } = event;
    const { pathname, origin } = new URL(request.url);
    if (origin !== scope.location.origin || request.method !== "GET" || pathname.startsWith("/v1/")) return;
    if (request.mode !== "navigate" && !all.getCacheKeyForURL(pathname)) return;
    event.respondWith(answer(request, pathname));
  });
  return { keep };
}

const fileOf = (pathname: string): string => (pathname.endsWith("/") ? `${pathname}index.html` : pathname);

/** Whoever opens the app for the first time needs the packs of the pages that stand open. */
async function packsOfWindows({ clients }: WorkerScope, packs: readonly string[]): Promise<readonly string[]> {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.flatMap(({ url }) => packsOf(new URL(url).pathname, packs));
}

/**
 * A page that is kept is a smaller one, whose styles lie in a file that all of them share, except the page of a report.
 * What the browser has fetched for itself a moment ago, such as that very page, is only asked after.
 */
const inTheCopyToKeep = {
  async requestWillFetch({ request }: { request: Request }): Promise<Request> {
    const { pathname } = new URL(request.url);
    const cache = request.cache === "reload" ? "no-cache" : request.cache;
    if (!pathname.endsWith(".html")) return new Request(request, { cache });
    const isReport = pathname.endsWith("/report/index.html");
    return new Request(isReport ? pathname.replace("index.html", "") : `/kept${pathname}`, { cache });
  },
};

/** Workbox puts nothing away but in an `install` event, and a pack may be asked for at any time. */
const likeInstalling = (event: LastingEvent) => ({
  type: "install",
  waitUntil: (work: Promise<unknown>) => event.waitUntil(work),
});
