import type { Element } from "hast";
import { toString } from "hast-util-to-string";
import { functionNames } from "./symbols.ts";
import { texOfText } from "./tex.ts";

const variants: Readonly<Record<string, string>> = {
  bold: "mathbf",
  "bold-italic": "boldsymbol",
  script: "mathcal",
  "double-struck": "mathbb",
  fraktur: "mathfrak",
  "sans-serif": "mathsf",
  monospace: "mathtt",
};

export function identifier(node: Element): string {
  const text = textOf(node);
  const variant = String(node.properties["mathvariant"] ?? "");
  if (functionNames.has(text)) return `\\${text}`;
  const command = variants[variant];
  if (command !== undefined) return `\\${command}{${texOfText(text)}}`;
  const letters = Array.from(text).length;
  if (letters > 1 && /^[\p{L}\p{N}]+$/u.test(text)) return `\\mathrm{${text}}`;
  return variant === "normal" && /^[a-zA-Z]$/.test(text) ? `\\mathrm{${text}}` : texOfText(text);
}

export function spaceOf(width: string): string {
  const em = Number.parseFloat(width) || 0;
  if (em >= 1.5) return "\\qquad";
  return em >= 0.8 ? "\\quad" : em > 0.1 ? "\\," : "";
}

export function quoted(text: string): string {
  const plain = text.replaceAll(/[\s\u00a0]+/g, " ");
  return plain.trim() === "" ? (plain === "" ? "" : "\\ ") : `\\text{${plain.replaceAll(/[\\{}$%&#_]/g, "\\$&")}}`;
}

export function textOf(node: Element): string {
  return toString(node)
    .replaceAll(/[ \t\n\r]+/g, " ")
    .trim();
}
