import { messageSW, Workbox } from "workbox-window";
import { unsentOf } from "../storage/outbox.ts";
import type { KeepOffline } from "../wire/keep-offline.ts";
import { deliverAlways } from "./delivery.ts";
import { device } from "./device.ts";
import { noticePlace } from "./notice-place.ts";
import { isTablet } from "./point/tablet-mark.ts";
import { scriptAddress } from "./trusted.ts";

/**
 * Keeps the app on the device, in the language of the page, so that it works with no network; says so only when all of
 * it is there, and offers a new release only while nothing is being written. Delivers what lies sealed, whichever page
 * is open.
 */
export async function workOffline(): Promise<void> {
  void deliverAlways();
  void tellOfReports();
  if (!("serviceWorker" in navigator)) return;
  const workbox = new Workbox(scriptAddress("serviceWorker"), { type: "module", updateViaCache: "none" });
  workbox.addEventListener("waiting", () => noticePlace().update(() => takeNewRelease(workbox)));
  await workbox.register({ immediate: true }).catch(() => undefined); // no network, or refused
  await keepPage();
  new MutationObserver(() => void keepPage()).observe(document.documentElement, { attributeFilter: ["lang"] });
  addEventListener("online", () => void keepPage());
}

/** The languages that this page knows to be all on the device. */
const kept = new Set<string>();

/** Asks for what this page needs. A person's own device keeps the languages they chose; the tablet of a Connect point all. */
async function keepPage(): Promise<void> {
  const { active, waiting } = await navigator.serviceWorker.ready;
  if (!active || waiting) return;
  const { lang } = document.documentElement;
  if (kept.has(lang)) return noticePlace().ready();
  const forMany = isTablet() || document.body.dataset.page === "point"; // where a device is made one
  const message: KeepOffline = { type: "KEEP_OFFLINE", packs: forMany ? "all" : [lang] };
  noticePlace().notYet();
  if ((await messageSW(active, message)) !== true) return;
  kept.add(lang);
  if (document.documentElement.lang === lang) noticePlace().ready();
}

function takeNewRelease(workbox: Workbox): void {
  workbox.addEventListener("controlling", () => location.reload());
  workbox.messageSkipWaiting();
}

/** On the start page: says at once when a report is still waiting here, or has gone missing. */
async function tellOfReports(): Promise<void> {
  const opening = await device();
  if (opening.kind === "blocked" || opening.kind === "newer") return;
  const show = (id: string, isShown: boolean) => document.getElementById(id)?.toggleAttribute("hidden", !isShown);
  const count = async () => {
    show("reports-unsent", unsentOf(await opening.storage.outbox.counts()) > 0);
  };
  show("reports-missing", opening.missing > 0);
  opening.storage.outbox.changes(() => void count());
  await count();
}
