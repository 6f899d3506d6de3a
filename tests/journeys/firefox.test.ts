import { driverOf, it } from "./firefox.ts";
import { handsThrough, reportWithoutNetwork } from "./other-browsers.ts";

it("a report written in Firefox with no network waits on the phone, and is received when the network comes back", async ({
  page,
  network,
  endpoint,
}) => {
  const phone = {
    hands: handsThrough(driverOf(page)),
    origin: network.origin,
    reload: async () => void (await page.reload()),
    async loseNetwork() {
      network.cut(); // Firefox's own switch leaves out the service worker
      await page.setOfflineMode(true);
    },
    async findNetwork() {
      network.mend();
      await page.setOfflineMode(false);
      // The switch says nothing to a page that was loaded while it was off; a real network does.
      await page.evaluate(() => dispatchEvent(new Event("online")));
    },
  };
  await reportWithoutNetwork(phone, endpoint);
});
