/** A stretch of text as it is, or one character that would work on the reader unseen, shown by its code instead. */
export type Stretch =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "sign"; readonly code: string };

/**
 * Controls but tab and line feed, characters that turn the reading direction around (but not the plain marks and joiners
 * that Arabic, Persian and emoji need), lone surrogates, and what is no character at all.
 */
const working =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u206A-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** Takes text apart so that nothing in it can act: what remains is letters to read, and signs that name the rest. */
export function harmless(text: string): readonly Stretch[] {
  const lines = text.replaceAll(/\r\n?/g, "\n");
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of lines.matchAll(working)) {
    if (match.index > from) stretches.push({ kind: "text", text: lines.slice(from, match.index) });
    stretches.push({ kind: "sign", code: codeOf(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < lines.length) stretches.push({ kind: "text", text: lines.slice(from) });
  return stretches;
}

/** The same in one line of text, for places that know only text: `a[U+202E]b`. */
export function harmlessText(text: string): string {
  return harmless(text)
    .map((stretch) => (stretch.kind === "text" ? stretch.text : `[${stretch.code}]`))
    .join("");
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
