/** Every word of a language: `report:sent.title` (the file and the key within it) to what is said. */
export type Words = ReadonlyMap<string, string>;

export type Branch = { readonly [key: string]: string | Branch };

/** The words of several files by their name, each key with the file it lies in. */
export function wordsOf(files: Readonly<Record<string, Branch>>): Words {
  return new Map(Object.entries(files).flatMap(([file, branch]) => leaves(branch, `${file}:`)));
}

function leaves(branch: Branch, path: string): [string, string][] {
  return Object.entries(branch).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

type Growing = { [key: string]: string | Growing };

/** The files that hold these words, in the order in which the words come: what `wordsOf` reads. */
export function filesOf(words: Words): Readonly<Record<string, Branch>> {
  const files: Growing = {};
  for (const [key, text] of words) {
    const path = key.split(/[:.]/);
    const last = path.pop() ?? "";
    let branch = files;
    for (const name of path) {
      const next = branch[name];
      if (typeof next === "string") throw new Error(`${key} lies below a word`);
      branch = branch[name] = next ?? {};
    }
    branch[last] = text;
  }
  return files as Record<string, Branch>;
}

/** Forms that languages have for a number of things, in the order in which files list them. */
export const forms = ["zero", "one", "two", "few", "many", "other"] as const;
export type Form = (typeof forms)[number];

const formEnding = /_(zero|one|two|few|many|other)$/;

/** Which number of things a key is for; `undefined` where nothing is counted. */
export const formOf = (key: string): Form | undefined => formEnding.exec(key)?.[1] as Form | undefined;

/** The key that a program asks for: without the ending that i18next adds for a count. */
export const askedKey = (key: string): string => key.replace(formEnding, "");
