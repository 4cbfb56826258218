import { createHash } from "node:crypto";
import type { Root } from "hast";
import { toText } from "hast-util-to-text";
import { visit } from "../model/visit.ts";
import { formulaText } from "../model/formula-text.ts";
import { isKnownLanguage } from "../model/known-language.ts";
import type { Image } from "../model/image.ts";
import type { UsedCharacters } from "./fonts.ts";
import { dataAddress } from "./data-address.ts";
import { shownAddress } from "./shown-address.ts";

/** Every `img` carries its bytes in its address, so that the page stands alone. */
export function embedImages(tree: Root, images: ReadonlyMap<string, Image>): void {
  visit(tree, "element", (node) => {
    const image = node.tagName === "img" ? images.get(String(node.properties["src"])) : undefined;
    if (image) node.properties["src"] = dataAddress(image.mediaType, image.bytes);
  });
}

/**
 * A Content Security Policy (https://www.w3.org/TR/CSP3/) for a page that carries everything: nothing is loaded,
 * nothing runs but the script, and the only style and script are those whose digests are named. `more`: what else may run.
 */
export function contentSecurityPolicy(style: string, script?: string, more = ""): string {
  const run = script === undefined ? "" : ` script-src '${sourceDigest(script)}'${more};`;
  return `default-src 'none'; style-src '${sourceDigest(style)}';${run} img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
}

/** What a policy calls an inline style or script by (CSP 3, 2.3.1, hash-source). */
export function sourceDigest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Digits and signs that counters, list markers, marks of links and divided words bring; they are not in the tree. */
export const counterSigns = " L0123456789.,:;()–—-\u00AD•◦▪…‘’“”/?!&";

const codeElements = new Set(["code", "pre", "kbd", "samp"]);

/** The characters a page shows, sorted so that equal texts give equal fonts. `more` is what the layout adds. */
export function usedCharacters(tree: Root, more: string): UsedCharacters {
  let code = "";
  let addresses = "";
  const languages = new Set<string>();
  let math = "";
  visit(tree, "element", (node) => {
    // Paper says in the text where links lead.
    if (node.tagName === "a") addresses += shownAddress(String(node.properties["href"] ?? ""));
    const { lang } = node.properties;
    if (typeof lang === "string" && isKnownLanguage(lang)) languages.add(lang);
    // In a contents list a formula is plain text.
    if (node.tagName === "math") math += inMathItalic(toText(node, { whitespace: "pre" })) + formulaText(node);
    if (codeElements.has(node.tagName)) code += toText(node, { whitespace: "pre" });
  });
  const text = toText(tree, { whitespace: "pre" }) + addresses + more + counterSigns;
  return {
    // Letters and their marks are set as one character where there is one.
    text: sortedSet(text + text.normalize("NFC")),
    code: code === "" ? "" : sortedSet(code),
    languages: [...languages],
    // The sign of a root is drawn, not written.
    math: math === "" ? "" : sortedSet(`${math}√`),
  };
}

/** A single letter of a formula is drawn as the italic letter of mathematics (MathML Core, 4.2). */
function inMathItalic(text: string): string {
  const italic = [...text].map((letter) => {
    if (letter === "h") return "\u210E";
    const code = letter.codePointAt(0) ?? 0;
    if (/[A-Z]/.test(letter)) return String.fromCodePoint(code - 0x41 + 0x1d434);
    if (/[a-z]/.test(letter)) return String.fromCodePoint(code - 0x61 + 0x1d44e);
    if (/[\u0391-\u03A9]/.test(letter)) return String.fromCodePoint(code - 0x391 + 0x1d6e2);
    if (/[\u03B1-\u03C9]/.test(letter)) return String.fromCodePoint(code - 0x3b1 + 0x1d6fc);
    return "";
  });
  return text + italic.join("");
}

function sortedSet(text: string): string {
  const upper = Array.from(new Set(text));
  return upper.toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join("");
}
