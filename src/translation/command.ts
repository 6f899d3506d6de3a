/** What somebody who looks after translations asks for on the command line. */
export type Command =
  | { readonly kind: "report" }
  | { readonly kind: "list"; readonly tag: string }
  /** Without keys: all strings that are translated. */
  | { readonly kind: "accept"; readonly tag: string; readonly keys: readonly string[] }
  | { readonly kind: "export"; readonly tag: string; readonly file: string }
  | { readonly kind: "import"; readonly tag: string; readonly file: string };

export const usage = `Looks after the translations in locales/.

  npm run locales                                 how each language stands
  npm run locales -- <language>                   its strings that somebody has to look at
  npm run locales -- export <language> [file.po]  writes a file for translators' tools, or var/<language>.po
  npm run locales -- import <language> <file.po>  takes it back
  npm run locales -- accept <language> [key...]   says that these strings, or all, say what the English says now

A language is a tag such as pt-PT or zh-Hans. English is the source and is written by hand.
`;

/** The command that the words name; `null` when they name none. */
export function commandFrom([verb, ...words]: readonly string[]): Command | null {
  if (verb === undefined) return { kind: "report" };
  const [tag = "", ...more] = words;
  const [file, ...rest] = more;
  if (verb === "accept") return isTag(tag) ? { kind: "accept", tag, keys: more } : null;
  if (verb === "export")
    return isTag(tag) && rest.length === 0 ? { kind: "export", tag, file: file ?? `var/${tag}.po` } : null;
  if (verb === "import")
    return isTag(tag) && file !== undefined && rest.length === 0 ? { kind: "import", tag, file } : null;
  return isTag(verb) && words.length === 0 ? { kind: "list", tag: verb } : null;
}

/** A tag as it is usually written, so that it can name a folder. English is not translated. */
function isTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag) && canonical(tag) === tag && tag !== "en-GB";
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null; // not a language tag at all
  }
}
