import { courier } from "../../src/sync/courier.ts";
import type { Reply } from "../../src/sync/outcome.ts";
import type { LeasedParcel, Queue } from "../../src/sync/queue.ts";
import type { Submission } from "../../src/wire/submission.ts";
import { answer, goodSignature } from "./replies.ts";

export const start = Date.parse("2026-11-23T10:00:00Z");
const digest = "a".repeat(64);
export const idOf = (place: number) => place.toString(16).padStart(32, "0");

/** A queue of reports on paper: what is waiting until when, and what became of each. */
export function paperQueue(reports: number, time: { now: number }) {
  const waiting = new Map<string, { dueAt: number; attempt: number }>();
  const leased = new Set<string>();
  /** Those written at a Connect point. */
  const fromPoint = new Set<string>();
  let because = "";
  let asked = 0;
  let reclaimed = 0;
  for (let place = 0; place < reports; place++) waiting.set(idOf(place), { dueAt: start, attempt: 0 });
  const queue: Queue = {
    async due(now, limit) {
      asked++;
      const free = [...waiting].filter(([id, { dueAt }]) => dueAt <= now && !leased.has(id));
      return free.map(([id]) => id).slice(0, limit);
    },
    async nextDueAt() {
      const times = [...waiting.values()].map(({ dueAt }) => dueAt);
      return times.length === 0 ? null : Math.min(...times);
    },
    async lease(id) {
      const report = waiting.get(id);
      if (!report || leased.has(id)) return null;
      leased.add(id);
      const letters = [{ organisation: "police", digest, bytes: new Uint8Array([1, 2, 3]) }];
      return {
        id,
        token: "lease",
        attempt: report.attempt,
        fromPoint: fromPoint.has(id),
        letters,
      } satisfies LeasedParcel;
    },
    async settle({ id }, step) {
      leased.delete(id);
      because = step.kind === "waiting" ? step.because : "";
      if (step.kind === "waiting") waiting.set(id, step);
      else waiting.delete(id);
    },
    async reclaim() {
      reclaimed++;
      leased.clear();
    },
  };
  return {
    queue,
    waiting,
    leased,
    fromPoint,
    because: () => because,
    asked: () => asked,
    reclaimed: () => reclaimed,
    time,
  };
}

export const receiptFor = (id: string): Reply =>
  answer(200, {
    claim: {
      version: 1,
      submission: id,
      letters: [{ organisation: "police", digest }],
      receivedAt: "2026-11-23T10:00:00Z",
    },
    signature: goodSignature,
  });

interface Road {
  readonly reply?: (id: string, token: string | null) => Reply | Promise<Reply>;
  readonly online?: () => boolean;
  readonly locks?: LockManager | null;
  readonly verified?: (receipt: { signature: string }) => Promise<boolean>;
  /** The tablet's token each time that it is asked for; the last one stays. */
  readonly tokens?: readonly (string | null)[];
}

const isSigned = async ({ signature }: { signature: string }) => signature === goodSignature;

export function onTheRoad(
  paper: ReturnType<typeof paperQueue>,
  { reply = receiptFor, online = () => true, locks = null, verified = isSigned, tokens = [null] }: Road = {},
) {
  const sent: string[] = [];
  const shown: (string | null)[] = [];
  const refused: string[] = [];
  let asked = 0;
  const busy = { now: 0, most: 0 };
  async function send(id: string, _submission: Submission, token: string | null): Promise<Reply> {
    sent.push(id);
    shown.push(token);
    busy.most = Math.max(busy.most, ++busy.now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const answered = await reply(id, token);
    busy.now--;
    return answered;
  }
  const { queue, time } = paper;
  const token = async () => tokens[Math.min(asked++, tokens.length - 1)] ?? null;
  const onRefusedToken = async (token: string) => void refused.push(token);
  const chance = () => 0.5;
  const now = () => time.now;
  const driver = courier({ queue, send, token, onRefusedToken, verified, now, chance, online, locks });
  return { driver, sent, busy, shown, refused, asked: () => asked };
}

export const paperWith = (reports: number) => paperQueue(reports, { now: start });
