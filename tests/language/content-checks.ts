import { type Branch, type Words, wordsOf } from "../../src/translation/words.ts";
import { digitsOf } from "../../vite.denied.ts";

/** Numbers that are said in a sentence because the sentence says what to do with them. */
const inWords = ["999", "101", "55", "18000"];

const examples = /^07700900\d{3}$/; // set aside by Ofcom for stories, rings nowhere
const services = /\bNHS 111\b/g; // a service's name, in an answer to what treatment someone got

/** Digits that a person could take for a number to call: three, or five and more; a year or a time of day is not one. */
export function callable(text: string): readonly string[] {
  const runs = text.replaceAll(services, "").match(/\+?\d(?:[ ().-]{0,2}\d)*/g) ?? [];
  return runs.map(digitsOf).filter((digits) => digits.length === 3 || digits.length >= 5);
}

/** Numbers in words that neither the area's contacts hold nor a sentence may say. */
export function strangeNumbers(words: Words, contacts: readonly string[]): readonly string[] {
  const known = [...inWords, ...contacts.map(digitsOf)];
  return [...words].flatMap(([key, text]) =>
    callable(text)
      .filter((digits) => !known.includes(digits) && !examples.test(digits))
      .map((digits) => `${digits} in ${key}`),
  );
}

/** Promises that nobody can keep, by language. */
const promises: Readonly<Record<string, readonly RegExp[]>> = {
  en: [/anonym/i, /untrace/i, /cannot be traced/i, /deleted for ?ever/i, /gone for ?ever/i, /permanently delete/i],
  ar: [/مجهول/, /تعق[ّ]?ب/, /لل?أبد/, /إلى الأبد/, /نهائي/],
  es: [/anónim/i, /rastre/i, /para siempre/i, /definitivamente/i],
  pl: [/anonim/i, /wyśledzi|namierzy/i, /na zawsze/i, /trwale/i, /bezpowrotn/i],
  pt: [/an[óô]nim/i, /rastre/i, /para sempre/i, /definitivamente/i],
  ro: [/anonim/i, /depist/i, /pentru totdeauna/i, /definitiv/i],
  ur: [/گمنام/, /سراغ/, /ہمیشہ کے لیے/, /مستقل طور پر/],
  zh: [/匿名/, /追踪|追查/, /永远|永久/, /彻底删除/],
};

/** What the police will do, by language: a promise, except on a line that says that we cannot give it. */
const policing: Readonly<Record<string, { readonly promise: RegExp; readonly refusal: RegExp }>> = {
  en: { promise: /police (will|must) (record|investigate)/i, refusal: /cannot promise/ },
  ar: { promise: /الشرطة س/, refusal: /لا يمكننا أن نعدك/ },
  es: { promise: /policía (registrará|investigará)/i, refusal: /[Nn]o podemos prometer/ },
  pl: { promise: /policja (to )?(zarejestruje|zbada)/i, refusal: /[Nn]ie możemy obiecać/ },
  pt: { promise: /polícia (vai|irá) (registar|investigar)/i, refusal: /[Nn]ão podemos prometer/ },
  ro: { promise: /poliția va (înregistra|investiga|cerceta)/i, refusal: /[Nn]u putem promite/ },
  ur: { promise: /پولیس .{0,20}(درج|تفتیش|تحقیقات) کرے گی/, refusal: /وعدہ نہیں کر سکتے/ },
  zh: { promise: /警方(会|将)(作?记录|调查|立案)/, refusal: /不能保证/ },
};

/** The languages, by their first subtag, of which it is known how such promises would be worded. */
export const watchedLanguages = Object.keys(policing).filter((tongue) => tongue in promises);

/** Words that promise what is on the list of what we never say. */
export function promisesIn(words: Words, language: string): readonly string[] {
  const tongue = language.slice(0, 2);
  const police = policing[tongue];
  const isPromise = (line: string) =>
    promises[tongue]?.some((promise) => promise.test(line)) ||
    (police?.promise.test(line) && !police.refusal.test(line));
  return [...words].filter(([, text]) => text.split("\n").some(isPromise)).map(([key]) => key);
}

export interface Contact {
  readonly id: string;
  readonly call?: string;
  readonly url?: string;
  readonly source?: string;
}

/** Contacts that do not say where their number comes from. */
export const unsourced = (contacts: readonly Contact[]): readonly string[] =>
  contacts.filter(({ source }) => !source?.startsWith("https://")).map(({ id }) => id);

/** One text as the words of a language, for trying a check on it. */
export const said = (text: string): Words => wordsOf({ made: { up: text } satisfies Branch });
