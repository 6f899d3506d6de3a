import { inject, test } from "vitest";
import type { EndpointSettings } from "../../src/endpoint/endpoint.ts";
import { chromiumProgram, startChromium } from "./chromium.ts";
import { startEndpointUnderTest } from "./endpoint-under-test.ts";
import { faultyNetwork } from "./faulty-network.ts";
import { newPhone } from "./phone.ts";

/**
 * A test with a real endpoint, a network before it that can fail, and a phone on that network, all its own. The browser
 * is shared by the tests of a file.
 */
export const it = test
  .extend("built", { scope: "file" }, () => inject("built"))
  .extend("program", { scope: "file" }, () => chromiumProgram)
  .extend("browser", { scope: "file" }, async ({ program }, { onCleanup }) => {
    const browser = await startChromium(program);
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("settings", (): Partial<EndpointSettings> => ({}))
  .extend("endpoint", async ({ built, settings }, { onCleanup }) => {
    const endpoint = await startEndpointUnderTest(built, settings);
    onCleanup(endpoint.stop);
    return endpoint;
  })
  .extend("network", async ({ endpoint }, { onCleanup }) => {
    const network = await faultyNetwork(endpoint.origin);
    onCleanup(network.close);
    return network;
  })
  .extend("phone", async ({ browser, network }, { onCleanup }) => {
    const phone = await newPhone(browser, network);
    onCleanup(() => phone.context.close());
    return phone;
  });
