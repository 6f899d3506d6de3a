import ts from "typescript";
import { askedKey, type Words } from "../../src/translation/words.ts";

/** A place in the program that names a key, or the beginning of several. */
export interface Use {
  /** The key as written, with `*` for what is only known when the program runs. */
  readonly key: string;
  /** Handed to `t` as it stands, so it must be one word's whole key. */
  readonly spoken: boolean;
  /** The names of the values that are put into the words; null where another place of the program knows them. */
  readonly values: readonly string[] | null;
  readonly where: string;
}

const named = /^([a-z]+:|\*\.)[\w.*]+$/;
const nested = ["questions", "desk"]; // their templates put in ids with points: `brother.parts.age`

/** Every key that a source file names. Without a file's name before it a key lies in `interface`, or at the desk in `desk`. */
export function usesIn(source: string, file: string): readonly Use[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const constants = constantsIn(tree);
  const home = file.startsWith("src/desk/") ? "desk" : "interface";
  const uses: Use[] = [];
  const note = (key: string, spoken: boolean, node: ts.Node, values: Use["values"] = null) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    uses.push({ key, spoken, values, where: `${file}:${line}` });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    const asked = ts.isCallExpression(node) && isSpoken(node.expression, file) ? node.arguments[0] : undefined;
    for (const text of asked ? textsOf(asked, constants) : []) {
      note(text.includes(":") || text.startsWith("*") ? text : `${home}:${text}`, true, node, valuesIn(node));
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      for (const text of textsOf(node, constants)) if (named.test(text)) note(text, false, node);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return uses;
}

/** `t(…)` and `words.t(…)`, a page's `say(…)` in two languages, and `has(…)`, but not the `has` of a set or a map. */
function isSpoken(callee: ts.Expression, file: string): boolean {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === "t";
  return ts.isIdentifier(callee) && ["t", "has", ...(file.endsWith(".tsx") ? ["say"] : [])].includes(callee.text);
}

function valuesIn(node: ts.Node): readonly string[] | null {
  if (!ts.isCallExpression(node) || node.expression.getText().endsWith("has")) return null;
  const given = node.arguments[1];
  if (given === undefined) return [];
  if (!ts.isObjectLiteralExpression(given) || given.properties.some(ts.isSpreadAssignment)) return null;
  return given.properties.map((property) => property.name?.getText() ?? "");
}

type Constants = ReadonlyMap<string, readonly ts.Expression[]>;

function constantsIn(tree: ts.SourceFile): Constants {
  const found = new Map<string, ts.Expression[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const { text } = node.name;
      found.set(text, [...(found.get(text) ?? []), node.initializer]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What an expression may come to, with `*` for each part that is not written out in this file. */
function textsOf(node: ts.Expression, constants: Constants, depth = 0): readonly string[] {
  if (depth > 5) return ["*"];
  const of = (inner: ts.Expression) => textsOf(inner, constants, depth + 1);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return of(node.expression);
  if (ts.isConditionalExpression(node)) return [...of(node.whenTrue), ...of(node.whenFalse)];
  if (ts.isIdentifier(node)) return constants.get(node.text)?.flatMap(of) ?? ["*"];
  if (!ts.isTemplateExpression(node)) return ["*"];
  return node.templateSpans.reduce<readonly string[]>(
    (before, span) => before.flatMap((start) => of(span.expression).map((value) => start + value + span.literal.text)),
    [node.head.text],
  );
}

/** Keys that the build reaches by themselves: `words.interface.product` in its tools, `%noScript%` in the desk's page. */
export function usesInBuild(source: string, where: string): readonly Use[] {
  const paths = [...source.matchAll(/\bwords\.(\w+)\.([\w.]+)/g)].map(([, file, key]) => `${file}:${key}`);
  const marks = [...source.matchAll(/%([\w.]+)%/g)].map(([, key]) => `desk:${key}`);
  return [...paths, ...marks].map((key) => ({ key, spoken: true, values: null, where }));
}

const forwarded = "desk:*"; // the desk's own `t` hands on any key: that speaks none in particular

/** Words that no place in the program speaks. `questions:*` counts: which of those are spoken tests/report knows. */
export function unusedKeys(words: Words, uses: readonly Use[]): readonly string[] {
  const keys = new Set(uses.map(({ key }) => key).filter((key) => key !== forwarded && !key.startsWith("*")));
  const patterns = [...keys].map(patternOf);
  return [...words.keys()].filter(
    (key) => !patterns.some((pattern) => pattern.test(key) || pattern.test(askedKey(key))),
  );
}

/**
 * Words of the questions that these places cannot come to, told by their endings: `${key}.hint` reaches `when.hint` and
 * not `when.why`. That `questions:*` is somewhere says nothing.
 */
export function unheardWords(words: Words, uses: readonly Use[]): readonly string[] {
  const endings = uses.map(({ key }) => (key.startsWith("*.") ? `questions:${key}` : key));
  const patterns = [...new Set(endings)].filter((key) => key !== "questions:*").map(patternOf);
  return [...words.keys()].filter(
    (key) => fileOf(key) === "questions" && !patterns.some((pattern) => pattern.test(key)),
  );
}

/** Places that speak a key for which there are no words. */
export function unknownKeys(words: Words, uses: readonly Use[]): readonly string[] {
  const keys = [...new Set([...words.keys()].flatMap((key) => [key, askedKey(key)]))];
  const branches = [...new Set(keys.flatMap(branchesOf))];
  const files = new Set(keys.map(fileOf));
  const isThere = ({ key, spoken }: Use) =>
    [...keys, ...(spoken ? [] : branches)].some((known) => patternOf(key).test(known));
  const whole = uses.filter(({ key }) => !key.startsWith("*"));
  const wrong = whole.filter((use) => (use.spoken || files.has(fileOf(use.key))) && !isThere(use));
  return [...new Set(wrong.map(({ key, where }) => `${key} in ${where}`))];
}

/**
 * Places that speak words without all that belongs into them: a person would read a gap. Only keys that are written out
 * are looked at: what one that is put together comes to is not known here.
 */
export function lackingValues(words: Words, uses: readonly Use[]): readonly string[] {
  const lacking = uses.flatMap(({ key, spoken, values, where }) => {
    if (!spoken || values === null || key.includes("*")) return [];
    const pattern = patternOf(key);
    const said = [...words].filter(([known]) => pattern.test(known) || pattern.test(askedKey(known)));
    const names = said.flatMap(([, text]) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ""));
    return names.filter((name) => !values.includes(name)).map((name) => `${name} of ${key} in ${where}`);
  });
  return [...new Set(lacking)];
}

const fileOf = (key: string): string => key.slice(0, key.indexOf(":"));
const branchesOf = (key: string): readonly string[] => [...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index));

function patternOf(key: string): RegExp {
  const wildcard = nested.includes(fileOf(key)) ? ".+" : "[^.]+";
  return new RegExp(`^${key.split("*").map(literally).join(wildcard)}$`);
}

const literally = (text: string): string => text.replaceAll(/[.$^+?()[\]{}|\\]/g, "\\$&");
