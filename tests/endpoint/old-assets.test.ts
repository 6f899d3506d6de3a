import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptReleases, withOldAssets } from "../../src/endpoint/old-assets.ts";
import { type Deployment, makeDeployment } from "./deployment.ts";

let deployment: Deployment;
beforeEach(async () => {
  deployment = await makeDeployment();
});
afterEach(() => deployment.remove());

function release(name: string): string {
  const assets = join(deployment.folder, "app", "assets");
  rmSync(assets, { recursive: true });
  mkdirSync(assets);
  writeFileSync(join(assets, name), `"${name}"`);
  writeFileSync(join(assets, "same-0.js"), '"same"');
  return assets;
}

it("F16: still serves the parts of the release that a page was opened with", async () => {
  release("part-1.js");
  const before = await deployment.start();
  expect(await (await fetch(`${before.app}/assets/part-1.js`)).text()).toBe('"part-1.js"');
  await before.close();
  release("part-2.js");
  const after = await deployment.start();
  for (const part of ["part-1.js", "part-2.js", "same-0.js"])
    expect((await fetch(`${after.app}/assets/${part}`)).status).toBe(200);
  await after.close();
});

it("keeps the last releases and no more, and a restart is no release", async () => {
  const data = join(deployment.folder, "kept");
  for (const name of ["one-1.js", "two-2.js", "three-3.js", "three-3.js", "three-3.js"])
    await withOldAssets(release(name), data, 2);
  expect(readdirSync(join(data, "assets")).sort()).toEqual(["same-0.js", "three-3.js", "two-2.js"]);
});

it("starts though the record of releases is broken", async () => {
  const data = join(deployment.folder, "kept");
  mkdirSync(data);
  writeFileSync(join(data, "releases.json"), "{ half a rec");
  await withOldAssets(release("one-1.js"), data, 2);
  expect(existsSync(join(data, "assets", "one-1.js"))).toBe(true);
});

it("counts a release that came back as the newest", () => {
  expect(keptReleases([["b"], ["a"]], ["a"], 10)).toEqual([["a"], ["b"]]);
  expect(keptReleases([["b"], ["a"]], ["c"], 2)).toEqual([["c"], ["b"]]);
});
