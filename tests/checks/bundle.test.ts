import { globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";

const { appFolder, deskFolder } = inject("built");

/** What stands in every program that opens age files, step by step, and in none that only seals them. */
const opening = [
  "AGE-SECRET-KEY-",
  "invalid X25519 stanza",
  "no identity matched any of the file's recipients",
  "invalid header HMAC",
  "final chunk is empty",
];

const namesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: "utf8" });

const textIn = (folder: string, ending: RegExp): string =>
  namesIn(folder)
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

const reviewNotes = (): readonly string[] =>
  globSync("locales/*/review.json").map((file) => JSON.parse(readFileSync(file, "utf8")).note);

const fingerprints = (): readonly string[] =>
  globSync("locales/*/translated-from.json").flatMap((file) => Object.values(JSON.parse(readFileSync(file, "utf8"))));

describe("what a reporter's device gets", () => {
  it("seals reports", () => {
    expect(textIn(appFolder, /\.js$/)).toContain("age-encryption.org/v1");
  });

  it.each(opening)("could not open a report, as the desk can: %s", (words) => {
    expect(textIn(deskFolder, /\.js$/)).toContain(words);
    expect(textIn(appFolder, /\.js$/)).not.toContain(words);
  });

  it("says what there is to say, and nothing that reviewers wrote to each other", () => {
    const said = textIn(appFolder, /\.(js|html|webmanifest)$/);
    expect(said).toContain(JSON.parse(readFileSync("locales/en-GB/interface.json", "utf8")).product);
    expect(reviewNotes()).not.toEqual([]);
    for (const note of reviewNotes()) expect(said).not.toContain(note);
  });

  it("carries nothing that only translators need", () => {
    const said = textIn(appFolder, /\.(js|html|webmanifest)$/);
    const written = new Set(said.match(/\b[0-9a-f]{8}\b/g));
    expect(fingerprints()).not.toEqual([]);
    expect(fingerprints().filter((each) => written.has(each))).toEqual([]);
  });
});

describe("the files of the app", () => {
  const importsOf = (name: string): readonly string[] =>
    [...readFileSync(join(appFolder, name), "utf8").matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)].map(
      ([, next]) => join(dirname(name), next ?? ""),
    );
  const reachedFrom = (first: string): ReadonlySet<string> => {
    const reached = new Set<string>();
    const visit = (name: string) => {
      for (const next of importsOf(name).filter((each) => !reached.has(each))) {
        reached.add(next);
        visit(next);
      }
    };
    visit(first);
    return reached;
  };

  it("never import each other in a circle: such files do not start", () => {
    const chunks = namesIn(join(appFolder, "assets")).filter((name) => name.endsWith(".js"));
    expect(chunks.filter((name) => reachedFrom(join("assets", name)).has(join("assets", name)))).toEqual([]);
  });

  it("that the service worker imports are none that draw a page", () => {
    const reached = [...reachedFrom("service-worker.js")];
    expect(reached).toContainEqual(expect.stringMatching(/^assets\/this-browser-/));
    expect(reached.filter((name) => /^assets\/(app|later|reports|writing)-/.test(name))).toEqual([]);
  });
});

describe("what a phone keeps for offline use", () => {
  const chunks = namesIn(join(appFolder, "assets")).filter((name) => name.endsWith(".js"));
  const ofAPack = chunks.filter((name) => name.includes("/"));

  it("needs nothing that only a tablet or another language keeps", () => {
    expect(ofAPack).toEqual(
      expect.arrayContaining([expect.stringMatching(/^point\/open-/), expect.stringMatching(/^ar\//)]),
    );
    for (const chunk of chunks.filter((name) => !ofAPack.includes(name))) {
      const code = readFileSync(join(appFolder, "assets", chunk), "utf8");
      const needed = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`]([^"'`]+)["'`]/g)].map(([, path]) => path);
      expect(
        needed.filter((path) => path?.includes("/point/")),
        chunk,
      ).toEqual([]);
    }
  });

  it("has all advice in pages that are small, and none of it in a script", () => {
    const { topics } = JSON.parse(readFileSync("locales/en-GB/advice.json", "utf8"));
    expect(textIn(join(appFolder, "kept/en-GB/advice"), /\.html$/)).toContain(topics.home.points.door);
    expect(textIn(appFolder, /\.js$/)).not.toContain(topics.home.points.door);
    const weight = (file: string) => statSync(`${file}.br`).size;
    for (const language of ["en-GB", "ar"]) {
      const kept = globSync(join(appFolder, "kept", language, "advice/**/*.html"));
      expect(kept.length).toBe(Object.keys(topics).length + 1);
      expect(kept.reduce((sum, file) => sum + weight(file), 0)).toBeLessThan(35_000);
      const whole = globSync(join(appFolder, language, "advice/**/*.html"));
      expect(Math.max(...whole.map(weight))).toBeLessThan(14_000);
    }
  });

  it("is a page of every kind in every language, but for a report's in a copy that is smaller and looks the same", () => {
    const kept = namesIn(join(appFolder, "kept")).filter((name) => name.endsWith(".html"));
    expect(kept.toSorted()).toEqual(
      namesIn(appFolder)
        .filter((name) => /^(?!kept\/)[^/]+\/.*(?<!\/report\/)index\.html$/.test(name))
        .toSorted(),
    );
    for (const page of kept) {
      const [whole, copy] = [appFolder, join(appFolder, "kept")].map((at) => readFileSync(join(at, page), "utf8"));
      const style = /<style>(.*?)<\/style>/s.exec(whole ?? "");
      const link = /<link rel="stylesheet" href="\/(assets\/first-[^"]+)">/.exec(copy ?? "");
      expect(copy?.replace(link?.[0] ?? "", style?.[0] ?? "")).toBe(whole);
      expect(readFileSync(join(appFolder, link?.[1] ?? ""), "utf8").trim()).toBe(style?.[1]);
    }
  });
});

describe.each([
  ["the app", appFolder],
  ["the desk", deskFolder],
])("%s as it is served", (_, folder) => {
  it("comes without its sources", () => {
    expect(namesIn(folder).filter((name) => name.endsWith(".map"))).toEqual([]);
    expect(textIn(folder, /\.(js|css)$/)).not.toContain("sourceMappingURL");
  });
});
