import { beforeEach, describe, expect, it } from "vitest";
import type { Tables } from "../../src/storage/tables.ts";

/** What every place that keeps rows must do, on the device as in memory. */
export function describeTables(where: string, open: () => Promise<Tables>): void {
  describe(`rows kept ${where}`, () => {
    let tables: Tables;
    beforeEach(async () => {
      tables = await open();
      return () => tables.close();
    });
    const parcel = (id: string, serial: number, kind: string, at: number) => ({ id, serial, state: { kind, at } });
    const fill = () =>
      tables.write(["parcels"], async (rows) => {
        await rows.put("parcels", parcel("a", 1, "waiting", 30));
        await rows.put("parcels", parcel("b", 2, "waiting", 10));
        await rows.put("parcels", parcel("c", 3, "held", 0));
        await rows.put("parcels", parcel("d", 4, "waiting", 20));
      });
    const ids = (rows: readonly unknown[]) => rows.map((row) => (row as { id: string }).id).join("");

    it("gives a row back as it was put, and nothing where nothing was put", async () => {
      await fill();
      expect(await tables.read(["parcels"], (rows) => rows.get("parcels", "a"))).toEqual(parcel("a", 1, "waiting", 30));
      expect(await tables.read(["parcels"], (rows) => rows.get("parcels", "z"))).toBeUndefined();
    });

    it("finds rows by an index, between two keys, in either order, up to a limit", async () => {
      await fill();
      await tables.read(["parcels"], async (rows) => {
        const waiting = { index: "queue", from: ["waiting", -Infinity], to: ["waiting", Infinity] } as const;
        expect(ids(await rows.select("parcels", waiting))).toBe("bda");
        expect(ids(await rows.select("parcels", { ...waiting, to: ["waiting", 20] }))).toBe("bd");
        expect(ids(await rows.select("parcels", { ...waiting, limit: 1 }))).toBe("b");
        expect(ids(await rows.select("parcels", { ...waiting, newestFirst: true, limit: 2 }))).toBe("ad");
        expect(ids(await rows.select("parcels", { index: "serial", newestFirst: true }))).toBe("dcba");
        expect(ids(await rows.select("parcels", { index: "serial", to: 2, newestFirst: true }))).toBe("ba");
        expect(await rows.count("parcels", waiting)).toBe(3);
        expect(await rows.count("parcels", {})).toBe(4);
      });
    });

    it("finds the letters of one parcel by the first half of their key", async () => {
      await tables.write(["letters"], async (rows) => {
        await rows.put("letters", { parcel: "b", organisation: "police", id: "1" });
        await rows.put("letters", { parcel: "b", organisation: "council", id: "2" });
        await rows.put("letters", { parcel: "ba", organisation: "police", id: "3" });
      });
      const found = await tables.read(["letters"], (rows) =>
        rows.select("letters", { from: ["b"], to: ["b", "\uffff"] }),
      );
      expect(ids(found)).toBe("21");
    });

    it("undoes everything when the work fails half way", async () => {
      await fill();
      const broken = tables.write(["parcels", "drafts"], async (rows) => {
        await rows.remove("parcels", "a");
        await rows.put("drafts", { id: "x" });
        throw new RangeError("half way");
      });
      await expect(broken).rejects.toThrow("half way");
      await tables.read(["parcels", "drafts"], async (rows) => {
        expect(await rows.count("parcels", {})).toBe(4);
        expect(await rows.get("drafts", "x")).toBeUndefined();
      });
    });

    it("does writes one after the other, so that two that read the same row cannot both win", async () => {
      await tables.write(["about"], (rows) => rows.put("about", { id: "taken", by: 0 }));
      const take = (by: number) =>
        tables.write(["about"], async (rows) => {
          const row = (await rows.get("about", "taken")) as { by: number };
          if (row.by !== 0) return false;
          await rows.put("about", { id: "taken", by });
          return true;
        });
      const taken = await Promise.all([1, 2, 3, 4].map(take));
      expect(taken.filter((each) => each.kind === "done" && each.value).length).toBe(1);
    });
  });
}
