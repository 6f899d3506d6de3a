import { describe, expect, it } from "vitest";
import { letterboxOver } from "../../src/desk/letterbox.ts";
import { session } from "./fake-letterbox.ts";

interface Sent {
  readonly path: string;
  readonly init: RequestInit | undefined;
}

/** An endpoint that answers this and remembers what it was asked. */
function answering(answer: () => Response) {
  const sent: Sent[] = [];
  const letterbox = letterboxOver(async (path, init) => {
    sent.push({ path: String(path), init });
    return answer();
  });
  return { sent, letterbox };
}

const id = "0".repeat(32);

describe("asking the endpoint", () => {
  it("speaks the wire: the routes, the methods, and JSON", async () => {
    const { sent, letterbox } = answering(() => Response.json(session));
    await letterbox.signIn({ name: "a.khan", passphrase: "one two" });
    await letterbox.session();
    await letterbox.signOut();
    await letterbox.keys();
    await letterbox.letters(7);
    await letterbox.letter(id);
    await letterbox.acknowledge(id);
    expect(sent.map(({ path, init }) => `${init?.method ?? "GET"} ${path}`)).toEqual([
      "POST /v1/session",
      "GET /v1/session",
      "DELETE /v1/session",
      "GET /v1/keys",
      "GET /v1/letters?after=7&limit=500",
      `GET /v1/letters/${id}`,
      `POST /v1/letters/${id}/acknowledgement`,
    ]);
    expect(sent[0]?.init?.body).toBe('{"name":"a.khan","passphrase":"one two"}');
    expect(sent.every(({ init }) => init?.cache === "no-store")).toBe(true);
  });

  it("believes an answer that fits its schema", async () => {
    expect(await answering(() => Response.json(session)).letterbox.session()).toEqual({ kind: "got", got: session });
  });

  it.each([
    ["a web page of a guest network", () => new Response("<html>Log in to Wi-Fi</html>"), "unexpected"],
    ["JSON of another shape", () => Response.json({ ...session, admin: true }), "unexpected"],
    ["401", () => new Response("{}", { status: 401 }), "notAllowed"],
    ["404", () => new Response("{}", { status: 404 }), "notFound"],
    ["429", () => new Response("{}", { status: 429 }), "tooMany"],
    ["503", () => new Response("", { status: 503 }), "busy"],
    ["400", () => new Response("", { status: 400 }), "unexpected"],
  ])("takes %s for no answer", async (_, answer, because) => {
    expect(await answering(answer).letterbox.session()).toEqual({ kind: "failed", because });
  });

  it("calls it no network when nothing came back", async () => {
    const letterbox = letterboxOver(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await letterbox.letters(0)).toEqual({ kind: "failed", because: "noNetwork" });
  });
});
