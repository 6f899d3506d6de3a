/** The part of gettext-parser that is used here; the package brings no types. */
declare module "gettext-parser" {
  export interface Entry {
    readonly msgctxt?: string;
    readonly msgid: string;
    readonly msgstr: readonly string[];
    readonly comments?: { readonly translator?: string; readonly extracted?: string; readonly flag?: string };
  }
  export interface Table {
    readonly charset: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly translations: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  }
  export const po: {
    /** Throws where the text is no PO file. */
    parse(input: Buffer, options: { readonly validation: boolean; readonly defaultCharset: string }): unknown;
    compile(table: Table, options: { readonly foldLength: number }): Uint8Array;
  };
}
