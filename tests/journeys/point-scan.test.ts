import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { expect } from "vitest";
import { filmOfCode } from "./camera-picture.ts";
import { chromiumFlags } from "./chromium.ts";
import { newTablet } from "./tablet.ts";
import { it } from "./visit.ts";
import { english } from "./words.ts";

const { t } = english;

it("a tablet is set up by its camera from the QR code on the coordinator's paper, and the camera goes off", async ({
  program,
  network,
  endpoint,
  onTestFinished,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "connect-camera-"));
  const film = join(folder, "paper.y4m");
  const code = await endpoint.code();
  filmOfCode(film, `${network.origin}/en-GB/point/#enrol=${code}`);
  const camera = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];
  const browser = await chromium.launch({
    executablePath: program,
    args: [...chromiumFlags, ...camera, `--use-file-for-fake-video-capture=${film}`],
  });
  onTestFinished(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { work, page } = await newTablet(browser, network, { permissions: ["camera"] });
  await work.open();
  await work.hands.press(t("point:enrol.scan"));
  await page.getByRole("button", { name: t("point:enrol.scan") }).waitFor();
  expect(await page.getByLabel(t("point:enrol.code"), { exact: true }).inputValue()).toBe(code);
  expect(await page.locator("video").count()).toBe(0);
  await work.hands.press(t("point:enrol.enrol"));
  await work.hands.sees(t("point:newWorker.firstTitle"));
});

it("a tablet whose camera nobody allows takes the code by hand", async ({ tablet, endpoint }) => {
  const { work } = tablet;
  await work.open();
  await work.hands.press(t("point:enrol.scan"));
  await work.hands.sees(t("point:enrol.noCamera"));
  await work.hands.press(t("point:enrol.stop"));
  await work.enrol(await endpoint.code());
  await work.hands.sees(t("point:newWorker.firstTitle"));
});
