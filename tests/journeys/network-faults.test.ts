import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, vi } from "vitest";
import type { Receipt } from "../../src/wire/receipt.ts";
import { signedText } from "../../src/wire/receipt.ts";
import type { Submission } from "../../src/wire/submission.ts";
import { openedWithAge } from "./endpoint-under-test.ts";
import { anything, deliveries, type FaultyNetwork, type Passed, type Reply } from "./faulty-network.ts";
import { it } from "./journey.ts";
import type { Phone } from "./phone.ts";
import { savedFile } from "./sealed-file.ts";
import { shortStory } from "./story.ts";
import { english } from "./words.ts";

const { t } = english;
const story = shortStory("They shouted at me.", { police: "facts", victimsFirst: "nothing", council: "nothing" });
const received = /^Received by Thames Valley Police on /;
const html = { "content-type": "text/html; charset=utf-8" };
const json = { "content-type": "application/json" };
const errorPage = (status: number): Reply => ({ status, headers: html, body: `<h1>${status} from a gateway</h1>` });

async function sealOnline({ reporter, network }: Phone): Promise<void> {
  await reporter.begin(network.origin);
  await reporter.write(story);
  await reporter.send();
}

/** Answers the first attempts with these, one each, and lets the later ones pass. */
function meetFirst(network: FaultyNetwork, ...replies: readonly (Reply | "lost after commit")[]): void {
  const left = [...replies];
  network.meet(deliveries, async (_request, pass) => {
    const next = left.shift();
    if (next !== "lost after commit") return next ?? pass();
    await pass();
    return "drop";
  });
}

const submissionIn = ({ body }: Passed) => JSON.parse(body) as Submission;
const idIn = ({ path }: Passed) => path.split("/").at(-1) ?? "";

it("F17: keeps a report while a captive portal answers everything with its own page", async ({
  phone,
  network,
  endpoint,
}) => {
  await phone.visit();
  network.meet(anything, async () => ({ status: 200, headers: html, body: "<h1>Welcome to Café Wifi</h1>" }));
  await phone.page.reload();
  await phone.reporter.write(story);
  await phone.reporter.send();
  await phone.reporter.hands.sees(t("report:status.because.notTheEndpoint"));
  await phone.reporter.hands.sees(t("report:status.waiting"));
  network.mend();
  expect((await endpoint.submissions()).size).toBe(0);
  await phone.reporter.hands.press(t("report:status.sendNow"));
  await phone.reporter.hands.sees(received);
  expect((await endpoint.submissions()).size).toBe(1);
});

describe("F18: a gateway in trouble", () => {
  it.for([502, 504])(
    "answers %i with a page: the report waits, says so, and goes by itself later",
    async (status, { phone, network, endpoint }) => {
      meetFirst(network, errorPage(status));
      await sealOnline(phone);
      await phone.reporter.hands.sees(t("report:status.because.busy"));
      await phone.reporter.hands.sees(received);
      expect(network.deliveries().map((each) => each.status)).toEqual([status, 200]);
      expect((await endpoint.submissions()).size).toBe(1);
    },
  );

  it("asks for time in Retry-After, and gets it", async ({ phone, network }) => {
    meetFirst(network, { ...errorPage(503), headers: { ...html, "retry-after": "7" } });
    await sealOnline(phone);
    await phone.reporter.hands.sees(t("report:status.because.busy"));
    await phone.reporter.hands.sees(received);
    const [first, second] = network.deliveries();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(7_000);
  });
});

it("F19: delivers once although the receipt was lost on its way, and shows the first time of receipt", async ({
  phone,
  network,
  endpoint,
}) => {
  meetFirst(network, "lost after commit");
  await sealOnline(phone);
  await phone.reporter.hands.sees(received);
  const letters = await endpoint.letters("police");
  expect(letters).toHaveLength(1);
  expect(network.deliveries().map(({ status }) => status)).toEqual([null, 200]);
  expect(Date.parse(letters[0]?.receivedAt ?? "")).toBeLessThan(network.deliveries()[1]?.at ?? 0);
});

it("F23: holds a report whose reference is taken by other bytes, with a way out, and nothing is deleted", async ({
  phone,
  network,
  endpoint,
  built,
}) => {
  const other: { body?: Submission } = {};
  network.meet(deliveries, async (request, pass) => {
    if (!other.body) {
      const [police] = submissionIn(request).letters;
      if (!police) throw new Error("there is no letter in it");
      other.body = { version: 1, letters: [{ ...police, organisation: "council" }] };
      const headers = { "content-type": "application/json" };
      await fetch(`${endpoint.origin}${request.path}`, { method: "PUT", headers, body: JSON.stringify(other.body) });
    }
    return pass();
  });
  await sealOnline(phone);
  await phone.reporter.hands.sees(t("report:status.held"));
  await phone.reporter.hands.sees(t("report:status.heldBecause.differentBytes"));
  expect(network.deliveries().map(({ status }) => status)).toEqual([422]);
  const { bytes } = await savedFile(phone.page, "police");
  expect(await openedWithAge(built.keys, "police", bytes)).toContain("They shouted at me.");
  await phone.reporter.hands.press(t("report:status.tryAgain"));
  await vi.waitFor(() => expect(network.deliveries().map(({ status }) => status)).toEqual([422, 422]));
  await phone.reporter.hands.sees(t("report:status.held"));
});

describe("F25: a refusal for good", () => {
  const refusals = [
    [413, "tooLarge"],
    [415, "unsupported"],
    [400, "malformed"],
  ] as const;
  it.for(refusals)(
    "%i holds the report with the reason and its sealed file, and is not asked for again and again",
    async ([status, refusal], { phone, network, built }) => {
      network.meet(deliveries, async () => ({ status, headers: json, body: JSON.stringify({ refusal }) }));
      await sealOnline(phone);
      await phone.reporter.hands.sees(t("report:status.held"));
      await phone.reporter.hands.sees(t(`report:status.heldBecause.${refusal}`));
      const { name, bytes } = await savedFile(phone.page, "police");
      expect(name).toMatch(/\.age$/);
      expect(await openedWithAge(built.keys, "police", bytes)).toContain("They shouted at me.");
      await phone.page.evaluate(() => dispatchEvent(new Event("online")));
      await phone.page.goto(`${network.origin}/en-GB/reports/`);
      await phone.reporter.hands.sees(t("report:status.held"));
      expect(network.deliveries()).toHaveLength(1);
      network.mend();
      await phone.reporter.hands.press(t("report:status.tryAgain"));
      await phone.reporter.hands.sees(received);
    },
  );
});

describe("F27: more than the endpoint takes in a minute", () => {
  it.override("settings", { limits: { submissionsPerMinute: 1, windowMs: 5_000 } });

  it("waits as long as it asks for and is then delivered, never dropped", async ({ phone, network, endpoint }) => {
    network.meet(deliveries, async (request, pass) => {
      if (network.deliveries()[0] === request) await fetch(`${endpoint.origin}${request.path}`, { method: "PUT" });
      return pass();
    });
    await sealOnline(phone);
    await phone.reporter.hands.sees(t("report:status.because.tooMany"));
    await phone.reporter.hands.sees(received);
    expect(network.deliveries().map(({ status }) => status)).toEqual([429, 200]);
  });
});

describe("F28: a receipt that cannot be right", () => {
  const forger = generateKeyPairSync("ed25519").privateKey;
  function forged(request: Passed): Receipt {
    const letters = submissionIn(request).letters.map(({ organisation, digest }) => ({ organisation, digest }));
    const claim = { version: 1, submission: idIn(request), letters, receivedAt: new Date().toISOString() } as const;
    return { claim, signature: sign(null, Buffer.from(signedText(claim)), forger).toString("base64") };
  }

  it("because somebody else signed it counts as not delivered, and the person is told", async ({
    phone,
    network,
    endpoint,
  }) => {
    network.meet(deliveries, async (request) => ({
      status: 200,
      headers: json,
      body: JSON.stringify(forged(request)),
    }));
    await sealOnline(phone);
    await phone.reporter.hands.sees(t("report:status.because.badReceipt"));
    await phone.reporter.hands.sees(t("report:status.waiting"));
    network.mend();
    expect((await endpoint.submissions()).size).toBe(0);
    await phone.reporter.hands.press(t("report:status.sendNow"));
    await phone.reporter.hands.sees(received);
  });

  it("because it is for another report counts as not delivered, and the person is told", async ({
    phone,
    network,
    endpoint,
  }) => {
    network.meet(deliveries, async (request) => {
      const elsewhere = `${endpoint.origin}/v1/submissions/${"0".repeat(32)}`;
      const answer = await fetch(elsewhere, { method: "PUT", headers: json, body: request.body });
      return { status: answer.status, headers: json, body: await answer.text() };
    });
    await sealOnline(phone);
    await phone.reporter.hands.sees(t("report:status.because.badReceipt"));
    network.mend();
    await phone.reporter.hands.press(t("report:status.sendNow"));
    await phone.reporter.hands.sees(received);
    expect((await endpoint.submissions()).size).toBe(2);
  });
});
