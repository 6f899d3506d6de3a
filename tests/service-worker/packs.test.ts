import { describe, expect, it } from "vitest";
import { isKept, packsOf } from "../../src/service-worker/packs.ts";
import { isKeepOffline } from "../../src/wire/keep-offline.ts";

const packs = ["en-GB", "ar", "en-GB-x-easyread", "point"];

describe("to which packs a file belongs", () => {
  it.each([
    ["/assets/app-1a2b.js", []],
    ["/away/index.html", []],
    ["/ar/index.html", ["ar"]],
    ["/ar/report/index.html", ["ar"]],
    ["/assets/ar/ar-1a2b.js", ["ar"]],
    ["/en-GB-x-easyread/index.html", ["en-GB-x-easyread"]], // not English as well
    ["/assets/point/open-1a2b.js", ["point"]],
    ["/en-GB/point/index.html", ["en-GB", "point"]],
    ["/assets/pointed-1a2b.js", []],
  ])("%s: %j", (path, expected) => {
    expect(packsOf(path, packs)).toEqual(expected);
  });

  it("is kept by a device that keeps all of these, and by no other", () => {
    expect(isKept("/assets/app-1a2b.js", packs, [])).toBe(true);
    expect(isKept("/ar/point/index.html", packs, ["ar"])).toBe(false);
    expect(isKept("/ar/point/index.html", packs, ["point", "en-GB"])).toBe(false);
    expect(isKept("/ar/point/index.html", packs, ["point", "ar"])).toBe(true);
  });
});

it("a request to keep packs is believed only in its own form", () => {
  for (const packs of ["all", [], ["ar"]]) expect(isKeepOffline({ type: "KEEP_OFFLINE", packs })).toBe(true);
  const others = [null, "all", {}, { type: "KEEP_OFFLINE" }, { type: "KEEP_OFFLINE", packs: "ar" }];
  for (const other of [...others, { type: "KEEP_OFFLINE", packs: [1] }, { type: "SKIP_WAITING", packs: [] }]) {
    expect(isKeepOffline(other)).toBe(false);
  }
});
