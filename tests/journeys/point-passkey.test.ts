import type { Page } from "playwright-core";
import { expect } from "vitest";
import { newTablet, tabletOn } from "./tablet.ts";
import { it as tabletTest } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

/** A passkey belongs to a name, never to a bare address. */
const it = tabletTest.extend("named", async ({ browser, network }, { onCleanup }) => {
  const { origin } = network;
  const named = { ...network, origin: origin.replace("127.0.0.1", "localhost") };
  const tablet = await newTablet(browser, named);
  onCleanup(() => tablet.context.close());
  return tablet;
});

/** Gives the tablet a lock of its own, such as a fingerprint, to which somebody always answers. */
async function giveLock(page: Page, hasPrf: boolean): Promise<{ forget(): Promise<void> }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return { forget: () => devtools.send("WebAuthn.clearCredentials", { authenticatorId }).then(() => undefined) };
}

it("a worker opens the tablet with its own lock, with no network, and with six words when that is gone", async ({
  named,
  endpoint,
}) => {
  const { page, context, network } = named;
  const work = tabletOn(page, network.origin);
  const { hands } = work;
  const lock = await giveLock(page, true);
  await work.open();
  await hands.sees(t("point:enrol.title"));
  await work.enrol(await endpoint.code());
  await hands.sees(t("point:newWorker.opensWith"));
  await hands.write({ name: t("point:newWorker.name") }, "Amina K");
  await hands.tick({ name: t("point:newWorker.passkey") });
  await hands.press(t("continue"));
  await work.choosePin();
  await work.isHome();
  await hands.sees(t("offline.ready"));
  await hands.press(t("point:home.workers"));
  await hands.sees(t("point:workers.passkey"));
  await hands.press(t("point:workers.add"));
  const ben = await work.addWorker("Ben");
  await hands.press(t("back"));
  network.cut();
  await context.setOffline(true);
  await hands.press(t("point:home.signOut"));
  await hands.press("Amina K");
  await hands.press(t("point:signIn.usePasskey"));
  await work.choosePin();
  await work.isHome();
  await hands.press(t("point:home.signOut"));
  await lock.forget();
  await hands.press("Amina K");
  await hands.press(t("point:signIn.usePasskey"));
  await hands.sees(t("point:signIn.noPasskey"));
  await hands.press(t("point:signIn.other"));
  await work.signIn(ben, "Ben");
  await work.choosePin();
  await work.isHome();
});

it("a tablet whose lock gives no secret says so, and makes six words", async ({ named, endpoint }) => {
  const { page, network } = named;
  const work = tabletOn(page, network.origin);
  const { hands } = work;
  await giveLock(page, false);
  await work.open();
  await hands.sees(t("point:enrol.title"));
  await work.enrol(await endpoint.code());
  await hands.sees(t("point:newWorker.opensWith"));
  await hands.write({ name: t("point:newWorker.name") }, "Amina K");
  await hands.tick({ name: t("point:newWorker.passkey") });
  await hands.press(t("continue"));
  await page.locator(".govuk-error-summary").getByText(t("point:newWorker.noPasskey")).waitFor();
  await hands.tick({ name: t("point:newWorker.passphrase") });
  expect((await work.addWorker("Amina K")).split(" ")).toHaveLength(6);
  await work.choosePin();
  await work.isHome();
});
