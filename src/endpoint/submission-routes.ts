import * as z from "zod/mini";
import { type Receipt, receipt } from "../wire/receipt.ts";
import { submission } from "../wire/submission.ts";
import { submissionId } from "../wire/submission-id.ts";
import { lookedAt } from "./arrival.ts";
import type { Letterbox, Sender, Unable } from "./letterbox.ts";
import type { KnownTablet } from "./points.ts";
import type { Signer } from "./receipts.ts";
import { refuse } from "./refuse.ts";
import { type Origin, refusals } from "./schemas.ts";
import type { TabletCallers } from "./tablet-caller.ts";

export interface TakingIn {
  readonly letterbox: Letterbox;
  readonly served: ReadonlySet<string>;
  readonly signed: Signer;
  readonly tablets: TabletCallers;
  readonly now: () => number;
  readonly perMinute: number;
}

const schema = {
  summary: "Hand over a submission: one sealed letter per organisation. Safe to repeat.",
  params: z.strictObject({ id: submissionId }),
  body: submission,
  security: [{}, { tablet: [] }],
  response: { 200: receipt, ...refusals(400, 401, 413, 415, 422, 429, 503) },
};

/**
 * `PUT /v1/submissions/{id}`: a receipt is answered only for letters that are safely on the disk. A device that says it is
 * a Connect point's tablet must be one: its letters would be read as such.
 */
export function submissionRoutes(server: Origin, means: TakingIn): void {
  server.put(
    "/v1/submissions/:id",
    { schema, config: { rateLimit: { max: means.perMinute } } },
    async (request, reply) => {
      const caller = await means.tablets.caller(request);
      if (caller.kind === "unknown") return refuse(reply, "notAllowed");
      const looked = lookedAt(request.body, means.served);
      if (looked.kind === "refused") return refuse(reply, looked.because);
      const { id } = request.params;
      const letters = looked.letters.map(({ organisation, digest }) => ({ organisation, digest }));
      const receivedAt = new Date(means.now()).toISOString();
      const from = caller.kind === "tablet" ? senderOf(caller) : null;
      const kept = await means.letterbox.keep({ submission: id, letters: looked.letters, receivedAt, from });
      switch (kept.kind) {
        case "kept":
          return means.signed({ version: 1, submission: id, letters, receivedAt: kept.receivedAt }) satisfies Receipt;
        case "differentBytes":
          return refuse(reply, "differentBytes");
        case "unable":
          return refuse(reply, "busy", comeBackAfterSeconds(kept));
      }
    },
  );
}

function senderOf({ tablet, point }: KnownTablet): Sender {
  return { point: point.id, name: point.name, tablet };
}

/** How long the store's trouble is likely to last: a lock moments, a full disk until somebody came. */
export function comeBackAfterSeconds({ because }: Unable): number {
  switch (because) {
    case "locked":
    case "flooded":
      return 5;
    case "closed":
      return 10;
    case "full":
      return 300;
  }
}
