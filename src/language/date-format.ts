const made = new Map<string, Intl.DateTimeFormat>();

/** Formats dates as this language writes them. Made once for each: a slow phone needs longer for it than for a page. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${JSON.stringify(options)}`;
  const format = made.get(name) ?? new Intl.DateTimeFormat(language, options);
  made.set(name, format);
  return format;
}
