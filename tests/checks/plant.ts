/** Something that somebody might write one day, as text by file, and what a check then has to say. */
export interface Plant {
  readonly files: Readonly<Record<string, string>>;
  readonly says: readonly (string | RegExp)[];
}

export type Plants = Readonly<Record<string, Plant>>;
