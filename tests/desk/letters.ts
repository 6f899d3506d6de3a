import type { Answers, Consent } from "../../src/report/answer.ts";
import type { Letter } from "../../src/report/letter.ts";
import { padded, seal } from "../../src/sealing/seal.ts";
import type { WaitingLetter } from "../../src/wire/collection.ts";
import type { KeyPair } from "../sealing/keys.ts";

export const arabic = "صرخ رجل في وجهي وقال ارجعي إلى بلدك.\nكنت مع ابنتي.";

/** What Nadia wrote in Arabic about the 4A bus, with contact that is safe only in the morning. */
export const busReport: Answers = {
  reporter: { kind: "choice", option: "self" },
  incidentTypes: { kind: "choices", options: ["insults", "spittingOrThrowing"] },
  ownWords: { kind: "text", text: arabic, language: "ar" },
  characteristics: { kind: "choices", options: ["religion", "race"] },
  when: { kind: "when", how: "exact", from: "2026-11-20", time: "17:40" },
  placeKind: { kind: "choice", option: "transport" },
  place: {
    kind: "place",
    description: { text: "محطة هاي ستريت", language: "ar" },
    postcode: "OX1 4AA",
    position: { latitude: 51.7523, longitude: -1.2543, accuracyMetres: 24.6 },
  },
  offenderCount: { kind: "number", count: 2, about: true },
  offender: {
    kind: "people",
    people: [
      {
        clothes: { kind: "text", text: "grey hoodie", language: "en-GB" },
        age: { kind: "choice", option: "youngAdult" },
      },
      { hair: { kind: "text", text: "أصلع", language: "ar" } },
    ],
  },
  injuries: { kind: "declined", because: "ratherNotSay" },
  before: { kind: "declined", because: "dontKnow" },
  wishes: { kind: "choices", options: ["record", "support"] },
  victim: { kind: "several", parts: { name: { kind: "text", text: "نادية", language: "ar" } } },
  contact: {
    kind: "contact",
    allowed: true,
    ways: ["phone", "friend"],
    details: {
      name: { text: "نادية", language: "ar" },
      phone: { text: "+44 7700 900123", language: "ar" },
      friend: { text: "أختي سلمى 07700 900456", language: "ar" },
    },
  },
  safeContact: {
    kind: "several",
    parts: {
      times: { kind: "text", text: "من الاثنين إلى الجمعة، 9 إلى 12", language: "ar" },
      onlyMe: { kind: "choice", option: "no" },
      voicemail: { kind: "choice", option: "no" },
      say: { kind: "text", text: "Say you are from the library", language: "en-GB" },
      codeWord: { kind: "text", text: "sparrow", language: "en-GB" },
    },
  },
  needs: {
    kind: "several",
    parts: {
      ways: { kind: "choices", options: ["interpreter", "womanOfficer"] },
      interpreterLanguage: { kind: "text", text: "العربية", language: "ar" },
    },
  },
};

export interface Written {
  readonly submission: string;
  readonly answers?: Answers;
  readonly organisation?: string;
  readonly language?: string;
  readonly writtenAt?: string;
  readonly consent?: Consent;
  readonly addendumTo?: string;
}

export function letterOf({ submission, ...written }: Written): Letter {
  return {
    format: "connect-letter",
    version: 1,
    submission,
    organisation: written.organisation ?? "police",
    writtenAt: written.writtenAt ?? "2026-11-21T08:00:00.000Z",
    language: written.language ?? "ar",
    depth: "full",
    ...(written.addendumTo !== undefined && { addendumTo: written.addendumTo }),
    consent: { ...(written.consent ?? { choice: "factsAndContact", additions: [] }), wording: "1" },
    questions: 1,
    answers: written.answers ?? busReport,
  };
}

/** An id that begins with this number, so that references in tests can be told apart. */
export const submissionOf = (number: number): string =>
  number.toString(16).padStart(32, "0").split("").reverse().join("");

export interface Arrived {
  readonly waiting: WaitingLetter;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The same letter, handed over by the tablet of a Connect point. */
export function fromPoint({ waiting, bytes }: Arrived, name: string): Arrived {
  return { waiting: { ...waiting, from: { point: "east-library", name } }, bytes };
}

/** Any text, sealed as an app does and listed as an endpoint does. */
export async function arrived(
  submission: string,
  cursor: number,
  text: string,
  keys: readonly [KeyPair, KeyPair],
): Promise<Arrived> {
  const outcome = await seal(padded(text), [keys[0].recipient, keys[1].recipient]);
  if (outcome.kind !== "sealed") throw new Error(outcome.because);
  return listed(submission, cursor, outcome.bytes, outcome.digest);
}

export function listed(submission: string, cursor: number, bytes: Uint8Array<ArrayBuffer>, digest: string): Arrived {
  const receivedAt = new Date(Date.UTC(2026, 10, 21, 9, 0) + cursor * 3_600_000).toISOString();
  const waiting = { cursor, submission, organisation: "police", digest, bytes: bytes.length, receivedAt };
  return { waiting: { ...waiting, from: null, acknowledgedAt: null }, bytes };
}
