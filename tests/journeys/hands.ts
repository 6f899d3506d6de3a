/** A thing on the page by its accessible name, within the group of that name where several share it. */
export interface Name {
  readonly name: string;
  readonly group?: readonly string[] | undefined;
}

/** What a person does on a page in any browser. Things are found as a screen reader finds them. */
export interface Hands {
  go(address: string): Promise<void>;
  /** The words of the page's first heading. */
  heading(): Promise<string>;
  /** Waits until the first heading is another one than this, and says it. */
  headingAfter(before: string): Promise<string>;
  press(name: string): Promise<void>;
  /** Opens the list of languages and chooses the one with this name. */
  speak(language: string): Promise<void>;
  tick(option: Name): Promise<void>;
  untick(option: Name): Promise<void>;
  write(field: Name, text: string): Promise<void>;
  /** Waits until these words stand on the page for the eye. */
  sees(words: string | RegExp): Promise<void>;
}
