declare module "virtual:words" {
  /** Languages whose translation no human has reviewed. */
  export const draftLanguages: readonly string[];
  /** Fetches all that the app says in one language. */
  export const load: Readonly<Record<string, () => Promise<{ default: import("../language/words.ts").Catalogue }>>>;
}
