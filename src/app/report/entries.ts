/** What a form holds, by the names of its fields, whether or not a script was there when it was filled in. */
export function entriesIn(form: HTMLFormElement): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string") continue;
    const declined = value.startsWith(declinePrefix);
    const field = declined ? `${name.split(".")[0]}.decline` : name;
    const text = declined ? value.slice(declinePrefix.length) : value;
    entries.set(field, [...(entries.get(field) ?? []), text]);
  }
  return entries;
}

/** Among radios "I don't know" is one of the choices; this marks its value as a decline. */
export const declinePrefix = "decline:";
