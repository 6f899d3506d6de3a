import { describe, expect } from "vitest";
import { handsOn } from "./chromium.ts";
import { atTablet, newTablet, pin } from "./tablet.ts";
import { it } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

describe("enrolling a tablet", () => {
  it("takes the coordinator's code however it is typed, once, and works with no network from then on", async ({
    tablet,
    endpoint,
  }) => {
    const { work, page, context, network } = tablet;
    await work.open();
    await work.enrol((await endpoint.code()).toLowerCase().replaceAll("-", " "));
    await work.hands.sees(t("point:newWorker.firstTitle"));
    await work.addWorker("Amina K");
    await work.choosePin();
    await work.isHome();
    await work.hands.sees("Name of east-library");
    await work.hands.sees(t("offline.ready"));
    network.cut();
    await context.setOffline(true);
    await page.reload();
    await work.hands.sees(t("point:signIn.hello", { name: "Amina K" }));
  });

  it("takes the code from the address of a QR code, and leaves nothing of it there", async ({ tablet, endpoint }) => {
    const { work, page, network } = tablet;
    await work.hands.go(`${network.origin}/en-GB/point/#enrol=${await endpoint.code()}`);
    await work.hands.press(t("point:enrol.enrol"));
    await work.hands.sees(t("point:newWorker.firstTitle"));
    expect(page.url()).toBe(`${network.origin}/en-GB/point/`);
  });

  it("says what is wrong with a code that nobody gave out, is used, or is too old", async ({
    tablet,
    endpoint,
    browser,
    network,
  }) => {
    const { work } = tablet;
    await work.open();
    await work.enrol("not a code");
    await work.hands.sees(t("point:enrol.badShape"));
    await work.enrol("0000-0000-0000");
    await work.hands.sees(t("point:enrol.wrongCode"));
    await work.enrol(await endpoint.code(-1));
    await work.hands.sees(t("point:enrol.expiredCode"));
    const used = await endpoint.code();
    await work.enrol(used);
    await work.hands.sees(t("point:newWorker.firstTitle"));
    const other = await newTablet(browser, network);
    await other.work.open();
    await other.work.enrol(used);
    await other.work.hands.sees(t("point:enrol.usedCode"));
    await other.context.close();
  });

  it("keeps the code good when the network fails in the middle of it", async ({ tablet, endpoint, network }) => {
    const { work } = tablet;
    await work.open();
    await work.hands.sees(t("offline.ready"));
    const code = await endpoint.code();
    network.cut();
    await work.enrol(code);
    await work.hands.sees(t("point:enrol.unreachable"));
    network.mend();
    await work.hands.press(t("point:enrol.enrol"));
    await work.hands.sees(t("point:newWorker.firstTitle"));
  });
});

describe("workers who share a tablet", () => {
  it("each open it with their own six words, with no network, and not with each other's", async ({
    tablet,
    endpoint,
  }) => {
    const { work, page, context, network } = tablet;
    const amina = await work.setUp(endpoint);
    expect(amina.split(" ")).toHaveLength(6);
    await work.hands.sees(t("offline.ready"));
    network.cut();
    await context.setOffline(true);
    await work.hands.press(t("point:home.workers"));
    await work.hands.press(t("point:workers.add"));
    const ben = await work.addWorker("Ben");
    await work.hands.press(t("back"));
    await work.hands.press(t("point:home.signOut"));
    await work.hands.sees(t("point:signIn.title"));
    await work.signIn(amina, "Ben");
    await work.hands.sees(t("point:signIn.wrong"));
    await work.signIn(ben.toUpperCase().replaceAll(" ", "  "));
    await work.choosePin("0815");
    await work.isHome();
    expect(await page.evaluate(() => ({ ...sessionStorage }))).not.toHaveProperty("notes");
  });

  it("can be removed, but for the last one", async ({ tablet, endpoint }) => {
    const { work } = tablet;
    await work.setUp(endpoint);
    await work.hands.press(t("point:home.workers"));
    await work.hands.press(`${t("point:workers.remove")} Amina K`);
    await work.hands.press(t("point:workers.removeConfirm", { name: "Amina K" }));
    await work.hands.sees(t("point:workers.lastOne"));
    await work.hands.press(t("point:workers.add"));
    const ben = await work.addWorker("Ben");
    await work.hands.press(`${t("point:workers.remove")} Amina K`);
    await work.hands.press(t("point:workers.removeConfirm", { name: "Amina K" }));
    await work.hands.press(t("back"));
    await work.hands.press(t("point:home.signOut"));
    await work.signIn(ben);
    await work.choosePin();
    await work.isHome();
  });
});

describe("the PIN of the day", () => {
  it("opens the tablet after it was locked, and after five wrong ones only the six words do", async ({
    tablet,
    endpoint,
  }) => {
    const { work } = tablet;
    const passphrase = await work.setUp(endpoint);
    await work.hands.press(t("point:home.lock"));
    await work.uncover(pin);
    await work.isHome();
    await work.hands.press(t("point:home.lock"));
    for (const left of [4, 3, 2, 1]) {
      await work.uncover("0000");
      await work.hands.sees(t("point:covered.wrong", { count: left }));
    }
    await work.uncover("0000");
    await work.signIn(passphrase);
    await work.choosePin();
    await work.isHome();
  });

  it("is nothing after a reload, which asks for the six words", async ({ tablet, endpoint }) => {
    const { work, page } = tablet;
    await work.setUp(endpoint);
    await page.reload();
    await work.hands.sees(t("point:signIn.passphrase"));
  });
});

it("F44: tells what is lost before anything is when nobody can open the tablet, and sends what was sealed", async ({
  tablet,
  endpoint,
}) => {
  const { work } = tablet;
  await work.setUp(endpoint);
  await work.hands.press(t("point:home.signOut"));
  await work.hands.press(t("point:signIn.forgotten"));
  await work.hands.sees(t("point:forgotten.lost", { count: 0 }));
  await work.hands.press(t("point:forgotten.cancel"));
  await work.hands.press(t("point:signIn.forgotten"));
  await work.hands.press(t("point:forgotten.confirm"));
  await work.hands.sees(t("point:enrol.badShape"));
  await work.hands.write({ name: t("point:forgotten.code") }, await endpoint.code());
  await work.hands.press(t("point:forgotten.confirm"));
  await work.hands.sees(t("point:newWorker.firstTitle"));
});

it("locks both windows when one is locked", async ({ tablet, endpoint, network }) => {
  const { work, context } = tablet;
  const passphrase = await work.setUp(endpoint);
  const window = await context.newPage();
  const other = atTablet(handsOn(window), network.origin, async () => "");
  await other.open();
  await other.signIn(passphrase);
  await other.choosePin();
  await other.isHome();
  await other.hands.press(t("point:home.lock"));
  await other.hands.sees(t("point:covered.title"));
  await work.hands.sees(t("point:covered.title"));
  await work.uncover();
  await work.isHome();
});

it("keeps the pages of a person's own device closed on a tablet", async ({ tablet, endpoint, network }) => {
  const { work, page } = tablet;
  await work.setUp(endpoint);
  for (const address of ["/en-GB/reports/", "/en-GB/report/"]) {
    await page.goto(`${network.origin}${address}`);
    await work.hands.sees(t("point:signIn.passphrase"));
  }
});
