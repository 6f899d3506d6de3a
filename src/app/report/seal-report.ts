import { organisations } from "virtual:deployment";
import { keys } from "virtual:keys";
import { letterOf } from "../../report/disclosure.ts";
import { padded, seal } from "../../sealing/seal.ts";
import type { NewParcel, Outbox } from "../../storage/outbox.ts";
import { consentsOf } from "./consents.ts";
import type { Draft } from "./keeping.ts";

export type SealingOutcome =
  | { readonly kind: "sealed"; readonly id: string }
  /** The device has no room for the sealed report, which is here in memory alone. */
  | { readonly kind: "full"; readonly letters: NewParcel["letters"] }
  /** The deployment's keys for this organisation cannot be sealed to. */
  | { readonly kind: "keys"; readonly organisation: string }
  | { readonly kind: "other" };

interface SealingMeans {
  readonly outbox: Outbox;
  /** Null where the device has no room even for the draft. */
  readonly draftId: string | null;
  /** The id that this report is sealed under, however often it is tried. */
  readonly submission: string;
  readonly now: () => Date;
  /** It was filled in at a Connect point, whose tablet vouches for it. */
  readonly fromPoint: boolean;
  readonly onOrganisation: (name: string, place: number, of: number) => void;
}

/**
 * Closes one letter for each organisation that was chosen and puts them all away. The draft goes only when every
 * letter lies on the device and was read again; until then any outcome but `sealed` leaves it as it was.
 */
export async function sealReport({ report, language }: Draft, means: SealingMeans): Promise<SealingOutcome> {
  const chosen = consentsOf(report.answers, organisations).filter(({ consent }) => consent !== null);
  const letters: NewParcel["letters"][number][] = [];
  const writtenAt = means.now();
  for (const [place, { organisation, consent }] of chosen.entries()) {
    if (!consent) continue;
    means.onOrganisation(organisation.name, place + 1, chosen.length);
    await nextFrame();
    const letter = letterOf({
      answers: report.answers,
      depth: report.depth,
      organisation,
      consent,
      submission: means.submission,
      writtenAt: writtenAt.toISOString(),
      language,
      ...(report.addendumTo ? { addendumTo: report.addendumTo } : {}),
    });
    const recipients = keys.organisations[organisation.id]?.recipients ?? [];
    const sealed = await seal(padded(JSON.stringify(letter)), recipients);
    if (sealed.kind === "refused") return { kind: "keys", organisation: organisation.name };
    letters.push({ organisation: organisation.id, digest: sealed.digest, bytes: sealed.bytes });
  }
  if (means.draftId === null) return { kind: "full", letters };
  const parcel = { id: means.submission, createdAt: writtenAt.getTime(), letters, fromPoint: means.fromPoint };
  const frozen = await means.outbox.freeze(parcel, means.draftId);
  switch (frozen.kind) {
    case "frozen":
      return { kind: "sealed", id: frozen.id };
    case "full":
      return { kind: "full", letters };
    case "damaged":
    case "failed":
      return { kind: "other" };
  }
}

/** Lets the page show where the sealing is before the next letter takes the processor. */
const nextFrame = () => new Promise((resolve) => setTimeout(resolve, 0));
