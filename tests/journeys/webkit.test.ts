import { expect } from "vitest";
import { it as journey } from "./journey.ts";
import { handsThrough, reportWithoutNetwork } from "./other-browsers.ts";
import { phoneScreen } from "./phone.ts";
import { driverOf, startWebKit } from "./webkit.ts";

const screen = phoneScreen.viewport ?? { width: 360, height: 640 };

const it = journey
  .extend(
    "program",
    { scope: "file" },
    () => process.env["WEBKIT"] ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  )
  .extend("webkit", async ({ program }, { onCleanup }) => {
    const webkit = await startWebKit(program, screen);
    onCleanup(webkit.stop);
    return webkit.browser;
  });

it("a report written in WebKit with no network waits on the phone, and is received when the network comes back", async ({
  webkit,
  network,
  endpoint,
}) => {
  const phone = {
    hands: handsThrough(driverOf(webkit)),
    origin: network.origin,
    reload: () => webkit.navigate().refresh(),
    // WebKit has no switch for it: the device believes that it is online, and nobody answers.
    loseNetwork: async () => network.cut(),
    findNetwork: async () => network.mend(),
  };
  await reportWithoutNetwork(phone, endpoint);
  expect(await webkit.executeScript("return [innerWidth, innerHeight]")).toEqual([screen.width, screen.height]);
});
