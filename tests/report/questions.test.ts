import { describe, expect, it } from "vitest";
import type { Answers } from "../../src/report/answer.ts";
import { longestText } from "../../src/report/limits.ts";
import { asked } from "../../src/report/path.ts";
import type { Option, Part } from "../../src/report/question.ts";
import { questions } from "../../src/report/questions.ts";
import { organisations } from "./deployment.ts";

const parts: readonly Part[] = questions.flatMap(({ asks }) => ("parts" in asks ? asks.parts : []));
const lists: readonly { kind: string; options: readonly Option[] }[] = [...questions, ...parts].flatMap(({ asks }) =>
  asks.kind === "choice" || asks.kind === "choices" ? [asks] : [],
);

describe("the questions", () => {
  it("asks about danger first, then safety, then who is writing, and where to send it last", () => {
    const ids = questions.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["danger", "keepDraft", "reporter"]);
    expect(ids.at(-1)).toBe("send");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("keeps what belongs under one heading together", () => {
    const sections = questions.map(({ section }) => section);
    const changes = sections.filter((section, index) => section !== sections[index - 1]);
    expect(changes).toEqual(["before", "what", "where", "who", "after", "you", "worker", "send"]);
  });

  it("lets a person decline every question but where to send it", () => {
    const asked = questions.filter(({ forWorker }) => !forWorker);
    expect(asked.filter(({ declines }) => declines.length === 0).map(({ id }) => id)).toEqual(["send"]);
  });

  it("keeps a worker's own pages to workers, and what is written there from every council", () => {
    const own = questions.filter(({ forWorker }) => forWorker);
    expect(own.map(({ id, askedOf, group }) => [id, ...askedOf, group])).toEqual([
      ["safeguarding", "worker", "office"],
      ["session", "worker", "office"],
      ["observations", "worker", "office"],
    ]);
    const council = organisations.find(({ id }) => id === "council");
    const offers = [...(council?.choices ?? []), ...(council?.additions ?? [])];
    expect(offers.flatMap(({ groups }) => groups)).not.toContain("office");
  });

  it("offers nobody to say that they are a worker: the tablet knows", () => {
    const reporter = questions.find(({ id }) => id === "reporter");
    const options = reporter?.asks.kind === "choice" ? reporter.asks.options : [];
    expect(options.filter(({ byApp }) => !byApp).map(({ id }) => id)).toEqual(["self", "witness", "helper"]);
    expect(reporter?.askedOf).not.toContain("worker");
  });

  it("asks only about answers that were given before", () => {
    for (const [index, { id, asks, askIf }] of questions.entries()) {
      const earlier = new Set(questions.slice(0, index).map((question) => question.id));
      const conditions = [askIf, ...("parts" in asks ? asks.parts.map((part) => part.askIf) : [])];
      const named = [...JSON.stringify(conditions).matchAll(/"answer":"(\w+)"/g)].map((match) => match[1] ?? "");
      expect(
        named.filter((answer) => !earlier.has(answer)),
        id,
      ).toEqual([]);
    }
  });

  it("opens a part only by an option of a part above it", () => {
    for (const { id, asks } of questions) {
      for (const [index, { revealIf }] of ("parts" in asks ? asks.parts : []).entries()) {
        if (!revealIf || !("parts" in asks)) continue;
        const opener = asks.parts.slice(0, index).find((part) => part.id === revealIf.part);
        const options = opener && "options" in opener.asks ? opener.asks.options.map((option) => option.id) : [];
        expect(options, `${id}.${revealIf.part}`).toEqual(expect.arrayContaining([revealIf.includes].flat()));
      }
    }
  });

  it("asks for own words beside one option of a list at most, so that they can be told apart", () => {
    const crowded = lists.filter(
      ({ kind, options }) => kind === "choices" && options.filter((each) => each.ownWords).length > 1,
    );
    expect(crowded).toEqual([]);
  });

  it("names questions, parts and options so that a letter may carry them, each once", () => {
    const names = [...questions, ...parts, ...lists.flatMap(({ options }) => options)].map(({ id }) => id);
    expect(names.filter((id) => !/^[a-z][a-zA-Z0-9]{0,39}$/.test(id))).toEqual([]);
    for (const { options } of lists) expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
  });

  it("gives no part or way a name that its form needs for something else", () => {
    const contact = questions.find(({ id }) => id === "contact")?.asks;
    const ways = contact?.kind === "contact" ? contact.ways.map(({ id }) => id) : [];
    expect(["allowed", "ways", "name", "decline", "ownWords"].filter((name) => ways.includes(name))).toEqual([]);
    expect(parts.filter(({ id }) => ["decline", "ownWords", "about"].includes(id))).toEqual([]);
  });

  it("asks for no text that is longer than a letter may carry", () => {
    const lengths = [...questions, ...parts].map(({ asks }) => (asks.kind === "text" ? asks.maxLength : 0));
    expect(Math.max(...lengths)).toBe(longestText);
  });

  it("discloses by names that exist", () => {
    const names = new Set(
      questions.flatMap(({ id, asks }) => [
        id,
        ...("parts" in asks ? asks.parts.map((part) => `${id}.${part.id}`) : []),
      ]),
    );
    const choices = organisations.flatMap((each) => [...each.choices, ...each.additions]);
    const unknown = choices
      .flatMap((choice) => [...choice.questions, ...choice.except])
      .filter((name) => !names.has(name));
    expect(unknown).toEqual([]);
  });

  it("asks every question of somebody", () => {
    const places = questions.find(({ id }) => id === "placeKind")?.asks;
    const kinds = places?.kind === "choice" ? places.options.map(({ id }) => id) : [];
    const met = new Set(
      ["self", "witness", "helper", "worker"].flatMap((reporter) =>
        kinds.flatMap((placeKind) => asked(everythingHappened(reporter, placeKind), "full").map(({ id }) => id)),
      ),
    );
    expect(questions.filter(({ id }) => !met.has(id))).toEqual([]);
  });

  it("asks a two-minute report's worth in the short one", () => {
    const short = asked({}, "short").map(({ id }) => id);
    expect(short).toEqual(
      "danger keepDraft reporter incidentTypes ownWords characteristics when placeKind place wishes victim contact referral send".split(
        " ",
      ),
    );
  });
});

function everythingHappened(reporter: string, placeKind: string): Answers {
  return {
    reporter: { kind: "choice", option: reporter },
    incidentTypes: { kind: "choices", options: ["graffiti", "online"] },
    characteristics: { kind: "choices", options: ["race"] },
    placeKind: { kind: "choice", option: placeKind },
    contact: { kind: "contact", allowed: true, ways: [], details: {} },
  };
}
