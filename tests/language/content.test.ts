import { describe, expect, it } from "vitest";
import { denied, deniedIn } from "../../vite.denied.ts";
import {
  type Contact,
  callable,
  promisesIn,
  said,
  strangeNumbers,
  unsourced,
  watchedLanguages,
} from "./content-checks.ts";
import { filesIn, jsonOf, languages, textOf, wordsIn } from "./read-locales.ts";

const { contacts } = jsonOf("deployments/thames-valley/contacts.json") as { contacts: readonly Contact[] };
const numbers = contacts.flatMap(({ call }) => call ?? []);
const shipped = ["locales", "deployments", "src", "public"].flatMap((folder) =>
  filesIn(folder, /\.(json|tsx?|md|html|svg|txt)$/),
);

describe("what people are told to call", () => {
  it.each(languages)(
    "is in %s a number from the area's contacts, or one of four that a sentence explains",
    (language) => {
      expect(strangeNumbers(wordsIn(language), numbers)).toEqual([]);
    },
  );

  it("is in the pages themselves no number but 999", () => {
    const pages = ["src/app", "src/ui", "src/desk"].flatMap((folder) => filesIn(folder, /\.tsx$/));
    const written = pages.flatMap((file) =>
      [...textOf(file).matchAll(/>\s*([\d +()-]{3,})\s*</g)].map(([, found]) => found ?? ""),
    );
    expect(new Set(written.flatMap(callable))).toEqual(new Set(["999"]));
  });

  it("comes with a source for every contact, and is listed once", () => {
    expect(contacts.length).toBeGreaterThan(5);
    expect(unsourced(contacts)).toEqual([]);
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(contacts.length);
  });

  it("is never a line that closed, was taken over or is too old to trust", () => {
    const found = [...shipped, "index.html"].flatMap((file) =>
      deniedIn(textOf(file)).map((what) => `${what} in ${file}`),
    );
    expect(found).toEqual([]);
  });
});

describe("what people are promised", () => {
  it.each(languages)("is in %s nothing that nobody can keep", (language) => {
    expect(watchedLanguages).toContain(language.slice(0, 2));
    expect(promisesIn(wordsIn(language), language)).toEqual([]);
  });
});

describe("the checks on content, tried on words with mistakes", () => {
  it("find a number that no contact holds, however it is written", () => {
    for (const number of ["0800 123 4567", "01865-249811", "+44 20 7946 0000", "116 124", "112", "61016"]) {
      expect(strangeNumbers(said(`Call ${number} now.`), numbers), number).toHaveLength(1);
    }
    expect(strangeNumbers(said("Text 999, press 55, call 101, 116 123 or 0300 1234 148."), numbers)).toEqual([]);
    expect(strangeNumbers(said("From 10 to 13, in 2026, at 18:30, such as 07700 900123; NHS 111."), numbers)).toEqual(
      [],
    );
    expect(strangeNumbers(said("Call 111."), numbers)).toHaveLength(1);
  });

  it("find every entry of the deny-list, with and without its spaces and from abroad", () => {
    for (const number of denied.numbers) {
      expect(deniedIn(`Call ${number}.`)).toEqual([number]);
      expect(deniedIn(`tel:${number.replaceAll(" ", "")}`)).toEqual([number]);
      expect(deniedIn(`+44 ${number.slice(1)}`)).toEqual([number]);
    }
    for (const name of denied.names) expect(deniedIn(`see https://${name.toUpperCase()}`)).toEqual([name]);
    expect(deniedIn("Textphone: text 18000")).toEqual(["text 18000"]);
    expect(deniedIn("Textphone or Relay UK app: call 18000")).toEqual([]);
  });

  it("find a promise that nobody can keep, and leave alone the sentence that refuses it", () => {
    for (const text of [
      "Your report is anonymous.",
      "It is untraceable.",
      "It is deleted for ever.",
      "The police will record it.",
    ]) {
      expect(promisesIn(said(text), "en-GB"), text).toHaveLength(1);
    }
    const elsewhere: Readonly<Record<string, readonly string[]>> = {
      ar: ["بلاغك مجهول الهوية.", "يُحذف إلى الأبد.", "الشرطة ستسجّل بلاغك."],
      es: ["Su reporte es anónimo.", "Se borra para siempre.", "La policía registrará su reporte."],
      pl: ["Zgłoszenie jest anonimowe.", "Znika na zawsze.", "Policja to zarejestruje."],
      "pt-PT": ["O relato é anónimo.", "É apagado para sempre.", "A polícia vai registar o relato."],
      ro: ["Raportul este anonim.", "Se șterge definitiv.", "Poliția va înregistra raportul."],
      ur: ["آپ کی رپورٹ گمنام ہے۔", "یہ ہمیشہ کے لیے مٹ جاتی ہے۔", "پولیس اسے درج کرے گی۔"],
      "zh-Hans": ["您的报告是匿名的。", "将永久删除。", "警方会作记录。"],
    };
    for (const [language, texts] of Object.entries(elsewhere)) {
      for (const text of texts) expect(promisesIn(said(text), language), text).toHaveLength(1);
    }
    expect(Object.keys(elsewhere).map((tag) => tag.slice(0, 2))).toEqual(
      watchedLanguages.filter((tongue) => tongue !== "en"),
    );
    expect(promisesIn(said("We cannot promise that the police will record it."), "en-GB")).toEqual([]);
  });

  it("find a contact without a source", () => {
    expect(unsourced([{ id: "rumour", call: "0800 0" }])).toEqual(["rumour"]);
  });
});
