import { accept } from "./accept.ts";
import type { Command } from "./command.ts";
import { exportTo } from "./export-to.ts";
import { importFrom } from "./import-from.ts";
import { languageIn, measureIn, translationsIn } from "./locales-folder.ts";
import { done, type Obeyed, unlessThere } from "./obeyed.ts";
import { standingOf } from "./standing.ts";
import { detailsOf, tableOf } from "./telling.ts";

/** What a command needs from outside. */
export interface Means {
  /** The folder with a folder for each language. */
  readonly locales: string;
  /** The text of a JSON file as the formatter lays it out. */
  readonly laidOut: (text: string) => string;
}

export function obey(command: Command, { locales, laidOut }: Means): Obeyed {
  switch (command.kind) {
    case "report":
      return report(locales);
    case "list":
      return list(locales, command.tag);
    case "accept":
      return accept(locales, command.tag, command.keys);
    case "export":
      return exportTo(command.file, locales, command.tag);
    case "import":
      return importFrom(command.file, locales, command.tag, laidOut);
  }
}

function report(locales: string): Obeyed {
  const measure = measureIn(locales);
  return done(tableOf(translationsIn(locales).map((tag) => standingOf(languageIn(locales, tag), measure))));
}

function list(locales: string, tag: string): Obeyed {
  const language = languageIn(locales, tag);
  return unlessThere(language) ?? done(detailsOf(standingOf(language, measureIn(locales))));
}
