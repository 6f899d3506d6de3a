import type { Plugin } from "postcss";

const properties: Readonly<Record<string, string>> = {
  left: "inset-inline-start",
  right: "inset-inline-end",
  "border-top-left-radius": "border-start-start-radius",
  "border-top-right-radius": "border-start-end-radius",
  "border-bottom-left-radius": "border-end-start-radius",
  "border-bottom-right-radius": "border-end-end-radius",
};
const sided = /^(margin|padding|border)-(left|right)(-.+)?$/;

/**
 * Turns the left and right of govuk-frontend into the start and end of the text, so that one style sheet serves
 * both directions.
 */
export const logicalSides: Plugin = {
  postcssPlugin: "logical-sides",
  Declaration(declaration) {
    const match = sided.exec(declaration.prop);
    if (match) declaration.prop = `${match[1]}-inline-${match[2] === "left" ? "start" : "end"}${match[3] ?? ""}`;
    declaration.prop = properties[declaration.prop] ?? declaration.prop;
    if (/^(text-align|float|clear)$/.test(declaration.prop)) {
      const inline = declaration.prop === "text-align" ? "" : "inline-";
      if (declaration.value === "left") declaration.value = `${inline}start`;
      if (declaration.value === "right") declaration.value = `${inline}end`;
    }
  },
};
