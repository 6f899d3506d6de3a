import ts from "typescript";

/** Attributes that a person reads or hears. */
const read = [
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "placeholder",
  "title",
  "alt",
  "label",
  "hint",
];

/** Words that stand in a page's source instead of in `locales/`: text between tags, and attributes that are read out. */
export function proseIn(source: string): readonly string[] {
  const tree = ts.createSourceFile("page.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...writtenIn(node).filter((text) => /\p{L}/u.test(text)));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.map((text) => text.trim());
}

function writtenIn(node: ts.Node): readonly string[] {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
    return node.expression ? resultsOf(node.expression) : [];
  if (!ts.isJsxAttribute(node) || !read.includes(node.name.getText()) || !node.initializer) return [];
  if (ts.isStringLiteral(node.initializer)) return [node.initializer.text];
  const inner = ts.isJsxExpression(node.initializer) ? node.initializer.expression : undefined;
  return inner ? resultsOf(inner) : [];
}

/** The texts that an expression itself comes to; what it hands to a function, such as a key to `t`, is not shown. */
function resultsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return resultsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...resultsOf(node.whenTrue), ...resultsOf(node.whenFalse)];
  if (ts.isTemplateExpression(node)) {
    return [
      node.head.text,
      ...node.templateSpans.flatMap((span) => [...resultsOf(span.expression), span.literal.text]),
    ];
  }
  if (!ts.isBinaryExpression(node)) return [];
  const shown =
    node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? [node.right] : [node.left, node.right];
  const compares = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken];
  return compares.includes(node.operatorToken.kind) ? [] : shown.flatMap(resultsOf);
}
