import type { TicketedDraft } from "../../storage/drafts.ts";
import type { Worker } from "../../storage/workers.ts";

/**
 * Whether this worker may go on with what somebody began where drafts are not shared: it is their own, or the one who
 * began it works here no more and the visitor would come back to nobody.
 */
export function mayOpen(
  { worker: beganBy }: Pick<TicketedDraft, "worker">,
  worker: Pick<Worker, "id"> | null,
  workers: readonly Pick<Worker, "id">[],
): boolean {
  return beganBy === worker?.id || !workers.some(({ id }) => id === beganBy);
}
