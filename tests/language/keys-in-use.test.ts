import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/translation/words.ts";
import { lackingValues, unheardWords, unknownKeys, unusedKeys, usesIn, usesInBuild } from "./key-uses.ts";
import { filesIn, textOf, wordsIn } from "./read-locales.ts";

const english = wordsIn("en-GB");
const spoken = filesIn("src", /(?<!\.d)\.tsx?$/).flatMap((file) => usesIn(textOf(file), file));
const built = ["vite.still-pages.ts", "desk.html"].flatMap((file) => usesInBuild(textOf(file), file));
const uses = [...spoken, ...built];

describe("the keys of the English words", () => {
  it("are each spoken somewhere, so that translators work on nothing that nobody reads", () => {
    expect(unusedKeys(english, uses)).toEqual([]);
  });

  it("reach the reporter's pages in the questions, the labels that the desk reads apart", () => {
    const pages = spoken.filter(({ where }) => /^src\/(app|ui)\//.test(where));
    const unmarked = new Map([...english].map(([key, text]) => [key.replace(/_(witness|helper|worker)$/, ""), text]));
    expect(unheardWords(unmarked, pages).filter((key) => !key.endsWith(".short"))).toEqual([]);
  });

  it("are there for all that the program speaks, so that nobody is shown the name of a key", () => {
    expect(unknownKeys(english, uses)).toEqual([]);
  });
});

it("the English words get every name, number and time that belongs into them", () => {
  expect(lackingValues(english, uses)).toEqual([]);
});

describe("the search for keys, tried on a small program", () => {
  const words = wordsOf({
    interface: { back: "Back", saved: { full: "Full", failed: "Failed" } },
    report: { list: { title: "Reports", unsent_one: "{{count}}", unsent_other: "{{count}}" } },
    questions: { age: { ask: "Age?", options: { old: "Old" }, parts: { since: { ask: "Since?" } } } },
  });
  const program = (...lines: string[]) => usesIn(lines.join("\n"), "made-up.tsx");
  const all = [
    `const shared = "questions:age";`,
    `const page = () => <p title={t("report:list.title")}>{t("report:list.unsent", { count })}{t(\`saved.\${why}\`)}</p>;`,
    `t(early ? "back" : "saved.full"); t(\`\${shared}.ask\`); has(\`\${shared}.parts.\${part}.ask\`);`,
    `const word = { key: \`questions:\${id}.options.\${option}\` };`,
  ];

  it("finds every key where all are spoken", () => {
    expect(unusedKeys(words, program(...all))).toEqual([]);
    expect(unknownKeys(words, program(...all))).toEqual([]);
  });

  it("finds words that nothing speaks any more", () => {
    expect(unusedKeys(words, program(all[0] ?? "", all[2] ?? ""))).toEqual([
      "interface:saved.failed",
      "report:list.title",
      "report:list.unsent_one",
      "report:list.unsent_other",
      "questions:age.options.old",
    ]);
  });

  it("finds words of a question that its page does not come to", () => {
    const lines = [`const at = \`questions:\${id}\`;`, `show(t(at), \`\${at}.ask\`, \`\${part}.options.\${option}\`);`];
    expect(unheardWords(words, program(...lines))).toEqual([]);
    expect(unheardWords(words, program(lines[0] ?? ""))).toHaveLength(3);
    const more = wordsOf({ questions: { age: { why: "Because" } } });
    expect(unheardWords(more, program(...lines))).toEqual(["questions:age.why"]);
  });

  it("knows the desk's own words, and those that the build reaches by itself", () => {
    const desk = wordsOf({ desk: { lock: "Lock" }, pages: { shortcuts: { report: "Report" } } });
    expect(unusedKeys(desk, usesIn(`t("lock"); t(\`desk:\${key}\`);`, "src/desk/TopBar.tsx"))).toEqual([
      "pages:shortcuts.report",
    ]);
    expect(unusedKeys(desk, usesIn(`t(\`desk:\${key}\`);`, "src/desk/desk-words.ts"))).toContain("desk:lock");
    expect(unusedKeys(desk, usesInBuild("name: words.pages.shortcuts.report,", "build.ts"))).toEqual(["desk:lock"]);
    expect(unusedKeys(desk, usesInBuild("<p>%lock%</p>", "desk.html"))).toEqual(["pages:shortcuts.report"]);
  });

  it("knows what a page says in two languages at once", () => {
    expect(unusedKeys(words, program(...all.map((line) => line.replaceAll("t(", "say("))))).toEqual([]);
    expect(unknownKeys(words, program(`say("forward");`))).toEqual(["interface:forward in made-up.tsx:1"]);
  });

  it("finds words that are spoken without all that belongs into them", () => {
    expect(lackingValues(words, program(...all))).toEqual([]);
    expect(
      lackingValues(words, program(`t("report:list.unsent", { ...counts }); t("report:list.unsent", counts);`)),
    ).toEqual([]);
    expect(lackingValues(words, program(`t("report:list.unsent");`, `t("report:list.unsent", { total });`))).toEqual([
      "count of report:list.unsent in made-up.tsx:1",
      "count of report:list.unsent in made-up.tsx:2",
    ]);
  });

  it("does not take any text for a spoken key", () => {
    expect(unusedKeys(words, program(`const kind = "back"; held.has("back"); type T = "back";`))).toContain(
      "interface:back",
    );
  });

  it("finds a key without words, whether it is written out or put together", () => {
    const wrong = program(
      `t("forward");`,
      `t("report:list.titel");`,
      `t("report:list");`,
      `const lead = "report:start.lead"; const link = "tel:999";`,
      `t(\`report:missing.\${why}\`);`,
      `t(\`lost.\${why}\`);`,
    );
    expect(unknownKeys(words, wrong)).toEqual([
      "interface:forward in made-up.tsx:1",
      "report:list.titel in made-up.tsx:2",
      "report:list in made-up.tsx:3",
      "report:start.lead in made-up.tsx:4",
      "report:missing.* in made-up.tsx:5",
      "interface:lost.* in made-up.tsx:6",
    ]);
  });
});
