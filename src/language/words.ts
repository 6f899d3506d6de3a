import { createInstance, type i18n, type TOptions } from "i18next";

/** The words of one language by namespace (the file they lie in), as `locales/<language>/<namespace>.json` holds them. */
export type Catalogue = Readonly<Record<string, object>>;

/**
 * Looks a word up: `t("questions:danger.ask")`. A language that lacks it falls back to English where English was added;
 * builds fill every language up with English, and tests see to it that nothing is lacking.
 */
export type Translate = (key: string, values?: TOptions) => string;

/**
 * Words in one language at a time. `add` may be called whenever more of a language arrives; `speak` chooses among
 * those that are there. English is the fall-back for a key that a language lacks.
 */
export interface Words {
  readonly t: Translate;
  readonly has: (key: string) => boolean;
  readonly language: () => string;
  /** The words of one language, whichever is spoken. */
  in(language: string): Pick<Words, "t" | "has">;
  add(language: string, catalogue: Catalogue): void;
  speak(language: string): void;
}

export function wordsIn(language: string, catalogue: Catalogue): Words {
  const instance: i18n = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: "en-GB",
    resources: { [language]: structuredClone(catalogue) as Record<string, Record<string, unknown>> }, // i18next adds to it
    ns: Object.keys(catalogue),
    defaultNS: "interface",
    initAsync: false,
    returnNull: false,
    load: "currentOnly", // en-GB is not looked up once more as en
    ignoreJSONStructure: false, // a key with a dot in it is a path
    interpolation: { escapeValue: false }, // words are put into the page as text, never as HTML
  });
  return {
    t: (key, values) => instance.t(key, values ?? {}),
    has: (key) => instance.exists(key),
    language: () => instance.language,
    in: (lng) => ({
      t: (key, values) => instance.t(key, { ...values, lng }),
      has: (key) => instance.exists(key, { lng }),
    }),
    add(added, more) {
      for (const [namespace, resource] of Object.entries(more)) {
        instance.addResourceBundle(added, namespace, resource, true, true);
      }
    },
    speak(next) {
      void instance.changeLanguage(next);
    },
  };
}
