import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precacheAndRoute } from "workbox-precaching";
import type { WorkerScope } from "./scope.ts";

/**
 * Serves the whole reporting path from the precache, network or not: `/en-GB/report/?x=1` is the file
 * `/en-GB/report/index.html`. A page that is not there comes from the network, and without one the start page of the
 * same language (or of any) takes its place.
 */
export function workOffline(scope: WorkerScope, files: WorkerScope["__WB_MANIFEST"]): void {
  // Before Workbox's own listener, which only answers for what is in the precache.
  scope.addEventListener("fetch", (event) => {
    const { request } = event;
    const { pathname, origin } = new URL(request.url);
    if (request.mode !== "navigate" || origin !== scope.location.origin) return;
    if (pathname.startsWith("/v1/") || getCacheKeyForURL(fileOf(pathname))) return;
    event.respondWith(fetch(request).catch(() => startPage(pathname)));
  });
  cleanupOutdatedCaches();
  precacheAndRoute(files, { directoryIndex: "index.html", ignoreURLParametersMatching: [/.*/] });
}

function fileOf(pathname: string): string {
  return pathname.endsWith("/") ? `${pathname}index.html` : pathname;
}

async function startPage(pathname: string): Promise<Response> {
  const language = pathname.split("/")[1];
  return (await matchPrecache(`/${language}/index.html`)) ?? (await matchPrecache("/index.html")) ?? Response.error();
}
