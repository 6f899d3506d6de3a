import type { Parcel, ParcelState, SettledStep } from "./outbox.ts";
import { believedParcel, type ParcelRow, type StoredState } from "./records.ts";
import type { Selection } from "./tables.ts";

/** Longer than any wait or lease that we give: a due time beyond it was written under another clock. */
export const longestWaitMs = 2 * 60 * 60_000;

const newest = Number.POSITIVE_INFINITY;
const oldest = Number.NEGATIVE_INFINITY;

/** All parcels in one state. */
export function allIn(kind: StoredState["kind"]): Selection {
  return { index: "queue", from: [kind, oldest], to: [kind, newest] };
}

/** What may be sent now: what is due, leases that ran out, and both again for a clock that was set back. */
export function dueSelections(now: number): readonly Selection[] {
  return (["waiting", "sending"] as const).flatMap((kind): Selection[] => [
    { index: "queue", from: [kind, oldest], to: [kind, now] },
    { index: "queue", from: [kind, now + longestWaitMs], to: [kind, newest] },
  ]);
}

export function isFree(state: StoredState, now: number): boolean {
  if (state.kind === "waiting") return true;
  return state.kind === "sending" && (state.at <= now || state.at >= now + longestWaitMs);
}

/** The state after an attempt, or null when the attempt has been overruled and says nothing new. */
export function settledState(state: StoredState, token: string, step: SettledStep): StoredState | null {
  const isOurs = state.kind === "sending" && state.token === token;
  switch (step.kind) {
    case "received":
      return state.kind === "received" ? null : { kind: "received", at: 0, receipt: step.receipt };
    case "waiting":
      return isOurs ? { kind: "waiting", at: step.dueAt, attempt: step.attempt, because: step.because } : null;
    case "held":
      return isOurs ? { kind: "held", at: 0, because: step.because } : null;
  }
}

/** What a person is shown of a row; null for a journalled one, which is neither here nor there yet. */
export function parcelOf(row: unknown): Parcel | null {
  const believed = believedParcel(row);
  if (believed === null) return damagedParcel(row);
  const { id, createdAt, letters, fromPoint = false, savedAt = null } = believed;
  const state = shownState(believed.state);
  return state === null ? null : { id, createdAt, letters, fromPoint, savedAt, state };
}

function shownState(state: StoredState): ParcelState | null {
  switch (state.kind) {
    case "sealing":
      return null;
    case "waiting":
      return { kind: "waiting", attempt: state.attempt, dueAt: state.at, because: state.because };
    case "sending":
      return { kind: "sending", attempt: state.attempt };
    case "held":
      return { kind: "held", because: state.because };
    case "received":
      return { kind: "received", receipt: state.receipt };
  }
}

/** A row that makes no sense is shown for what it is, never passed over in silence. */
function damagedParcel(row: unknown): Parcel {
  const { id } = row as { readonly id: string }; // the database finds rows by it, so it has one
  const state = { kind: "held", because: "damaged" } as const;
  return { id, createdAt: 0, letters: [], fromPoint: false, savedAt: null, state };
}

export function withState(row: ParcelRow, state: StoredState): ParcelRow {
  return { ...row, state };
}
