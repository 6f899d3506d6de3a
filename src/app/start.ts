import { exitTo } from "virtual:deployment";
import { watchForExit } from "./exit.ts";
import { addressOf } from "./Frame.tsx";
import { isTablet } from "./point/tablet-mark.ts";
import { openReport } from "./report/open.tsx";

const page = document.body.dataset.page;

/** What the page itself is for comes first: keeping the app for offline use would take the network from it. */
async function begin(): Promise<void> {
  await breath();
  if ((page === "report" || page === "reports") && isTablet()) {
    location.replace(addressOf("point", document.documentElement.lang)); // what is here is for its workers
    return;
  }
  try {
    if (page === "report") await openReport();
    if (page === "reports") await (await import("./reports/open.tsx")).openReports();
    if (page === "support") (await import("./support/open-now.ts")).watchOpenHours(() => Date.now());
    if (page === "point") await (await import("./point/open.tsx")).openPoint();
  } finally {
    whenIdle(() => void import("./offline.ts").then(({ workOffline }) => workOffline()));
  }
}

/** Lets the page answer touches between reading the program and running it. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Work that no one waits for starts when the page has come to rest. */
function whenIdle(deed: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(deed, { timeout: 4_000 });
  else setTimeout(deed, 1_500);
}

if (page === "away") {
  if (navigator.onLine) location.replace(exitTo);
} else {
  watchForExit();
  void begin();
}
