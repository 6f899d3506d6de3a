import type * as z from "zod/mini";
import { type LetterList, letterList } from "../wire/collection.ts";
import { type DeploymentKeys, deploymentKeys } from "../wire/keys.ts";
import { type DeskSession, deskSession, type SignIn } from "../wire/session.ts";

/** Why the endpoint gave nothing: each leads to a sentence that says what to do next. */
export type Failure = "noNetwork" | "notAllowed" | "notFound" | "tooMany" | "busy" | "unexpected";

export type Asked<T> =
  | { readonly kind: "got"; readonly got: T }
  | { readonly kind: "failed"; readonly because: Failure };

/** What the desk asks of the endpoint. Every answer passes its schema before it is believed. */
export interface Letterbox {
  signIn(credentials: SignIn): Promise<Asked<DeskSession>>;
  session(): Promise<Asked<DeskSession>>;
  signOut(): Promise<Asked<null>>;
  keys(): Promise<Asked<DeploymentKeys>>;
  /** One page of letters, oldest first. */
  letters(after: number): Promise<Asked<LetterList>>;
  /** The sealed bytes of this organisation's letter. */
  letter(submission: string): Promise<Asked<Uint8Array<ArrayBuffer>>>;
  acknowledge(submission: string): Promise<Asked<null>>;
}

export function letterboxOver(send: typeof fetch): Letterbox {
  const ask = async <T>(path: string, init: RequestInit, read: (response: Response) => Promise<T | null>) => {
    try {
      const response = await send(path, { credentials: "same-origin", cache: "no-store", ...init });
      return response.ok ? answered(await read(response)) : failed(failureOf(response.status));
    } catch {
      return failed("noNetwork"); // fetch tells no more than that; a body cut off on the way ends here as well
    }
  };
  const json = <T>(schema: z.ZodMiniType<T>) => {
    return async (response: Response) => believed(schema, await response.text());
  };
  return {
    signIn: (credentials) => ask("/v1/session", posted(credentials), json(deskSession)),
    session: () => ask("/v1/session", {}, json(deskSession)),
    signOut: () => done(ask("/v1/session", { method: "DELETE" }, async (): Promise<true> => true)),
    keys: () => ask("/v1/keys", {}, json(deploymentKeys)),
    letters: (after) => ask(`/v1/letters?after=${after}&limit=500`, {}, json(letterList)),
    letter: (id) => ask(`/v1/letters/${id}`, {}, async (response) => new Uint8Array(await response.arrayBuffer())),
    acknowledge: (id) =>
      done(ask(`/v1/letters/${id}/acknowledgement`, { method: "POST" }, async (): Promise<true> => true)),
  };
}

function failed(because: Failure): { readonly kind: "failed"; readonly because: Failure } {
  return { kind: "failed", because };
}

const answered = <T>(got: T | null): Asked<T> => (got === null ? failed("unexpected") : { kind: "got", got });

async function done(asked: Promise<Asked<true>>): Promise<Asked<null>> {
  const answer = await asked;
  return answer.kind === "got" ? { kind: "got", got: null } : answer;
}

/** A captive portal answers 200 with a web page: that is no answer. */
function believed<T>(schema: z.ZodMiniType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null; // not JSON, or not of this shape
  }
}

function failureOf(status: number): Failure {
  if (status === 401 || status === 403) return "notAllowed";
  if (status === 404) return "notFound";
  if (status === 429) return "tooMany";
  return status >= 500 ? "busy" : "unexpected";
}

function posted(body: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
