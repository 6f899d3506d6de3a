import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { Arrival, Letterbox } from "../../src/endpoint/letterbox.ts";

const at = "2026-11-22T10:00:00.000Z";

export function arrivalFor(organisations: readonly string[], submission = randomBytes(16).toString("hex")): Arrival {
  return {
    submission,
    receivedAt: at,
    from: null,
    letters: organisations.map((organisation) => {
      const age = Uint8Array.from(randomBytes(300));
      return { organisation, digest: createHash("sha256").update(age).digest("hex"), age };
    }),
  };
}

function copyOf(arrival: Arrival): Arrival {
  return structuredClone(arrival);
}

/** What every store of letters promises, whatever it is made of. */
export function letterboxContract(open: () => Promise<Letterbox>): void {
  it("gives an organisation the very bytes that were sealed for it", async () => {
    const box = await open();
    const arrival = arrivalFor(["police", "council"]);
    const bytes = arrival.letters.map((letter) => Buffer.from(letter.age));
    expect(await box.keep(arrival)).toEqual({ kind: "kept", receivedAt: at });
    expect(await box.letter("police", arrival.submission)).toEqual(Uint8Array.from(bytes[0] ?? []));
    expect(await box.letter("council", arrival.submission)).toEqual(Uint8Array.from(bytes[1] ?? []));
    await box.close();
  });

  it("keeps a report once and answers with its first time, however often it is sent", async () => {
    const box = await open();
    const arrival = arrivalFor(["police", "council"]);
    await box.keep(copyOf(arrival));
    const again = {
      ...copyOf(arrival),
      letters: copyOf(arrival).letters.toReversed(),
      receivedAt: "2027-01-01T00:00:00Z",
    };
    expect(await box.keep(again)).toEqual({ kind: "kept", receivedAt: at });
    expect(await box.waiting("police", 0, 10)).toHaveLength(1);
    await box.close();
  });

  it("keeps a report once when two devices send it at the same moment", async () => {
    const box = await open();
    const arrival = arrivalFor(["police"]);
    const both = await Promise.all([box.keep(copyOf(arrival)), box.keep({ ...copyOf(arrival), receivedAt: "2027" })]);
    expect(both).toEqual([
      { kind: "kept", receivedAt: at },
      { kind: "kept", receivedAt: at },
    ]);
    expect(await box.waiting("police", 0, 10)).toHaveLength(1);
    await box.close();
  });

  it("lists a report with the Connect point it came from first, and one from elsewhere without", async () => {
    const box = await open();
    const [arrival, other] = [arrivalFor(["police", "council"]), arrivalFor(["police"])];
    const from = { point: "east-library", name: "East Library", tablet: "0a0b0c0d" };
    await box.keep({ ...copyOf(arrival), from });
    await box.keep(other);
    expect((await box.keep({ ...copyOf(arrival), from: { ...from, point: "another" } })).kind).toBe("kept");
    expect((await box.keep(copyOf(arrival))).kind).toBe("kept");
    const named = { point: "east-library", name: "East Library" };
    expect((await box.waiting("police", 0, 10)).map((letter) => letter.from)).toEqual([named, null]);
    expect((await box.waiting("council", 0, 10)).map((letter) => letter.from)).toEqual([named]);
    await box.close();
  });

  it("never lets other bytes replace a report, nor fewer or more letters", async () => {
    const box = await open();
    const arrival = arrivalFor(["police", "council"]);
    await box.keep(copyOf(arrival));
    const others = [["police", "council"], ["police"], ["police", "council", "victimsFirst"]];
    for (const organisations of others)
      expect(await box.keep(arrivalFor(organisations, arrival.submission))).toEqual({ kind: "differentBytes" });
    const [first] = copyOf(arrival).letters;
    if (first) expect(await box.keep({ ...arrival, letters: [first] })).toEqual({ kind: "differentBytes" });
    expect(await box.letter("police", arrival.submission)).toEqual(arrival.letters[0]?.age);
    expect(await box.waiting("victimsFirst", 0, 10)).toEqual([]);
    await box.close();
  });

  it("lists an organisation's own letters in the order of their arrival, from where it left off", async () => {
    const box = await open();
    const arrivals = [["police"], ["council"], ["police", "council"], ["police"]].map((names) => arrivalFor(names));
    for (const arrival of arrivals) await box.keep(arrival);
    const letters = await box.waiting("police", 0, 2);
    expect(letters.map((letter) => letter.submission)).toEqual([arrivals[0]?.submission, arrivals[2]?.submission]);
    const rest = await box.waiting("police", letters[1]?.cursor ?? 0, 10);
    expect(rest.map((letter) => letter.submission)).toEqual([arrivals[3]?.submission]);
    expect(rest[0]).toMatchObject({ organisation: "police", bytes: 300, receivedAt: at, acknowledgedAt: null });
    await box.close();
  });

  it("tells no organisation how many letters another one gets", async () => {
    const box = await open();
    for (let n = 0; n < 5; n++) await box.keep(arrivalFor(["police"]));
    await box.keep(arrivalFor(["council"]));
    expect((await box.waiting("council", 0, 10)).map((letter) => letter.cursor)).toEqual([1]);
    await box.close();
  });

  it("shows no organisation the letter of another", async () => {
    const box = await open();
    const arrival = arrivalFor(["police"]);
    await box.keep(arrival);
    expect(await box.letter("council", arrival.submission)).toBeNull();
    expect(await box.acknowledge("council", arrival.submission, at)).toEqual({ kind: "noSuchLetter" });
    await box.close();
  });

  it("remembers the first acknowledgement", async () => {
    const box = await open();
    const arrival = arrivalFor(["police"]);
    await box.keep(arrival);
    expect(await box.acknowledge("police", arrival.submission, "2026-11-22T11:00:00Z")).toEqual({
      kind: "acknowledged",
    });
    expect(await box.acknowledge("police", arrival.submission, "2026-11-23T11:00:00Z")).toEqual({
      kind: "acknowledged",
    });
    expect((await box.waiting("police", 0, 1))[0]?.acknowledgedAt).toBe("2026-11-22T11:00:00Z");
    await box.close();
  });

  it("finishes what was begun when it is closed, and then says that it is closed", async () => {
    const box = await open();
    const arrivals = Array.from({ length: 100 }, () => arrivalFor(["police"]));
    const kept = arrivals.map((arrival) => box.keep(arrival));
    await box.close();
    expect(new Set((await Promise.all(kept)).map((each) => each.kind))).toEqual(new Set(["kept"]));
    expect(await box.keep(arrivalFor(["police"]))).toEqual({ kind: "unable", because: "closed" });
    expect(await box.ready()).toBe(false);
  });
}
