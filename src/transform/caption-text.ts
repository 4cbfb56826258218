import type { ElementContent } from "hast";
import { h } from "hastscript";
import { object } from "./punctuation/characters.ts";

/**
 * A formula in plain text, by the rules of `parse/formula-syntax.ts`: no space inside the dollars, no digit after the
 * second, and no letter of a script with capitals nor a digit before the first.
 */
const formula = /(?<![\p{Lu}\p{Ll}\p{N}$\\])\$(?![\s$])((?:[^$\\]|\\.)*?)(?<!\s)\$(?![\p{N}$])/u;

/** Divides a caption that is plain text, such as the title of an image: texts, and formulas as TeX, by turns. */
export function divideCaption(caption: string): { readonly text: string; readonly tex: string | undefined }[] {
  const pieces = caption.split(new RegExp(formula, "gu"));
  return pieces.flatMap((text, index) => (index % 2 === 0 ? [{ text, tex: pieces[index + 1] }] : []));
}

/** Returns the content of a caption, with formulas that are still to be drawn. */
export function captionContent(caption: string): ElementContent[] {
  return divideCaption(caption).flatMap(({ text, tex }): ElementContent[] => [
    ...(text === "" ? [] : [{ type: "text" as const, value: text }]),
    ...(tex === undefined ? [] : [h("span", { dataFormula: "inline" }, tex)]),
  ]);
}

/** Changes the words of a caption, and not its formulas. */
export function changeCaption(caption: string, change: (text: string) => string): string {
  const formulas = divideCaption(caption).flatMap(({ tex }) => (tex === undefined ? [] : [`$${tex}$`]));
  if (formulas.length === 0) return change(caption);
  const changed = change(caption.replaceAll(new RegExp(formula, "gu"), object));
  return changed.replaceAll(object, (mark) => formulas.shift() ?? mark);
}
