import { describe, expect } from "vitest";
import { it } from "./journey.ts";
import { shortStory } from "./story.ts";

const story = shortStory("They shouted at me.", { police: "facts", victimsFirst: "nothing", council: "nothing" });

describe("a password that is stretched", () => {
  it("leaves the page to the person meanwhile: a thread of its own does it, which the pages' policies allow and which then ends", async ({
    phone: { reporter, page },
    network,
  }) => {
    const threads: string[] = [];
    const ended: string[] = [];
    page.on("worker", (thread) => {
      threads.push(new URL(thread.url()).pathname);
      thread.on("close", () => ended.push(new URL(thread.url()).pathname));
    });
    await reporter.begin(network.origin);
    await reporter.write({ ...story, password: "correct horse battery staple" });
    expect(threads).toEqual([expect.stringMatching(/^\/assets\/stretch-thread-/)]);
    expect(ended).toEqual(threads);
    const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect(loaded.filter((name) => /\/stretch-(?!thread)/.test(name))).toEqual([]); // the page's own had no work to do
  });
});
