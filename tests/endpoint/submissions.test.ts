import { createPublicKey, verify } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Receipt, receipt, signedText } from "../../src/wire/receipt.ts";
import { refusal } from "../../src/wire/refusal.ts";
import { type Deployment, letterOf, makeDeployment, newId, type Running, receiptIn } from "./deployment.ts";

let deployment: Deployment;
let endpoint: Running;
let token: string;
beforeAll(async () => {
  deployment = await makeDeployment();
  token = await deployment.token("police");
  endpoint = await deployment.start();
});
afterAll(async () => {
  await endpoint.close();
  deployment.remove();
});

function isSignedByEndpoint({ claim, signature }: Receipt): boolean {
  const x = Buffer.from(deployment.keys.receipts.publicKey, "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return verify(null, Buffer.from(signedText(claim)), key, Buffer.from(signature, "base64"));
}

async function refusalIn(answer: Response): Promise<string> {
  return `${answer.status} ${refusal.parse(await answer.json()).refusal}`;
}

async function kept(id: string): Promise<number> {
  const letters = (await (await endpoint.list(token, "?limit=500")).json()).letters as { submission: string }[];
  return letters.filter((letter) => letter.submission === id).length;
}

describe("handing over a report", () => {
  it("answers with a receipt that the device can verify for exactly what it sent", async () => {
    const id = newId();
    const body = await deployment.sealed("A person was shouted at.");
    const answer = receipt.parse(await (await endpoint.put(id, body)).json());
    expect(isSignedByEndpoint(answer)).toBe(true);
    expect(answer.claim.submission).toBe(id);
    const sent = body.letters.map(({ organisation, digest }) => ({ organisation, digest }));
    expect(answer.claim.letters).toEqual(expect.arrayContaining(sent));
    expect(answer.claim.letters).toHaveLength(2);
  });

  it("answers a repeated report with the very same receipt, in whatever order its letters come", async () => {
    const id = newId();
    const body = await deployment.sealed("A person was shouted at.");
    const first = await receiptIn(await endpoint.put(id, body));
    const again = await receiptIn(await endpoint.put(id, { ...body, letters: body.letters.toReversed() }));
    expect(again).toEqual(first);
    expect(await kept(id)).toBe(1);
  });

  it("F23: never replaces a report by other bytes under its id", async () => {
    const id = newId();
    const first = await receiptIn(await endpoint.put(id, await deployment.sealed("The first.")));
    expect(await refusalIn(await endpoint.put(id, await deployment.sealed("Another.")))).toBe("422 differentBytes");
    expect(await refusalIn(await endpoint.put(id, await deployment.sealed("The first.", ["police"])))).toBe(
      "422 differentBytes",
    );
    const letter = await fetch(`${endpoint.desk}/v1/letters/${id}`, { headers: { authorization: `Bearer ${token}` } });
    const digest = first.claim.letters.find((each) => each.organisation === "police")?.digest;
    expect(letterOf("police", await letter.bytes()).digest).toBe(digest);
  });

  it("F24: keeps one report when many devices hand it over at the same moment", async () => {
    const id = newId();
    const body = await deployment.sealed("Sent by a page and its service worker.");
    const answers = await Promise.all(Array.from({ length: 12 }, () => endpoint.put(id, body)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    const receipts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(receipts).size).toBe(1);
    expect(await kept(id)).toBe(1);
  });

  it("F24: keeps one of two different reports that claim the same id at the same moment", async () => {
    const id = newId();
    const bodies = await Promise.all(["one", "two", "three"].map((text) => deployment.sealed(text)));
    const answers = await Promise.all(bodies.map((body) => endpoint.put(id, body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422]);
    expect(await kept(id)).toBe(1);
  });

  it("F19: gives the receipt that got lost on its way when the device asks again", async () => {
    const id = newId();
    const body = JSON.stringify(await deployment.sealed("The answer never arrived."));
    await sendAndHangUp(endpoint.app, id, body);
    while ((await kept(id)) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const listed = (await (await endpoint.list(token, "?limit=500")).json()).letters;
    const again = await receiptIn(await endpoint.put(id, body));
    expect(isSignedByEndpoint(again)).toBe(true);
    const known = listed.find((letter: { submission: string }) => letter.submission === id);
    expect(again.claim.receivedAt).toBe(known.receivedAt);
    expect(await kept(id)).toBe(1);
  });
});

function sendAndHangUp(app: string, id: string, body: string): Promise<void> {
  const { port } = new URL(app);
  const head = `PUT /v1/submissions/${id} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
  return new Promise((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.end(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, () => {
        socket.destroy();
        resolve();
      });
    });
  });
}

describe("F25: what is no report is refused for good, with a reason a device can act on", () => {
  const refused = (body: unknown, headers?: Record<string, string>, id = newId()) =>
    endpoint.put(id, body, headers).then(refusalIn);

  it("when it is not JSON", async () => {
    expect(await refused("{")).toBe("400 malformed");
    expect(await refused("")).toBe("400 malformed");
    expect(await refused("hello", { "content-type": "text/plain" })).toBe("415 unsupported");
    expect(await refused("a=b", { "content-type": "application/x-www-form-urlencoded" })).toBe("415 unsupported");
  });

  it("when it is not a submission", async () => {
    const good = await deployment.sealed("x");
    const [letter] = good.letters;
    const bodies = [
      null,
      [],
      {},
      { ...good, version: 2 },
      { ...good, extra: 1 },
      { version: 1, letters: [] },
      { version: 1, letters: [letter, letter] },
      { version: 1, letters: [{ ...letter, digest: "0" }] },
      { version: 1, letters: [{ ...letter, age: "no base 64!" }] },
      { version: 1, letters: [{ ...letter, age: 7 }] },
    ];
    for (const body of bodies) expect(await refused(body)).toBe("400 malformed");
    expect(await refused(good, {}, "not-an-id")).toBe("400 malformed");
    expect(await refused(`{"version":1,"letters":[],"__proto__":{"x":1}}`)).toBe("400 malformed");
  });

  it("when a letter's bytes are not those of its digest", async () => {
    const good = await deployment.sealed("x", ["police"]);
    const [letter] = good.letters;
    const other = (await deployment.sealed("y", ["police"])).letters[0];
    expect(await refused({ version: 1, letters: [{ ...letter, digest: other?.digest }] })).toBe("400 malformed");
  });

  it("when a letter is not an age file", async () => {
    const bare = letterOf("police", Buffer.from('{"answers":{"name":"in the clear"}}'));
    expect(await refused({ version: 1, letters: [bare] })).toBe("400 malformed");
    const truncated = letterOf("police", Buffer.from("age-encryption"));
    expect(await refused({ version: 1, letters: [truncated] })).toBe("400 malformed");
  });

  it("when an organisation is not served here, and then keeps no letter of it at all", async () => {
    const good = await deployment.sealed("x", ["police"]);
    const stranger = letterOf("stranger", Buffer.from("age-encryption.org/v1\n"));
    const id = newId();
    expect(await refused({ version: 1, letters: [...good.letters, stranger] }, {}, id)).toBe("422 unknownOrganisation");
    expect(await kept(id)).toBe(0);
  });

  it("when it is too large, before it is read to its end", async () => {
    const large = letterOf("police", Buffer.alloc(1_700_000));
    expect(await refused({ version: 1, letters: [large] })).toBe("413 tooLarge");
  });

  it("when there is no such place", async () => {
    const answer = await fetch(`${endpoint.app}/v1/reports`, { method: "POST" });
    expect(await refusalIn(answer)).toBe("404 notFound");
    expect(await refusalIn(await fetch(`${endpoint.app}/%zz`))).toBe("400 malformed");
  });
});

describe("what the app's origin knows nothing of", () => {
  it("collects nothing and signs nobody in", async () => {
    for (const path of ["/v1/letters", "/v1/session", "/v1/keys"])
      expect((await fetch(`${endpoint.app}${path}`)).status).toBe(404);
  });

  it("takes no report at the desk", async () => {
    const answer = await fetch(`${endpoint.desk}/v1/submissions/${newId()}`, { method: "PUT", body: "{}" });
    expect(answer.status).toBe(404);
  });
});
