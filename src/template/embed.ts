import { createHash } from "node:crypto";
import type { Root } from "hast";
import { toText } from "hast-util-to-text";
import { visit } from "../model/visit.ts";
import { formulaText } from "../model/formula-text.ts";
import { isKnownLanguage } from "../model/known-language.ts";
import type { Image } from "../model/image.ts";
import type { UsedCharacters } from "./fonts.ts";
import { dataAddress } from "./data-address.ts";
import { counterSigns } from "./scripts.ts";
import { shownAddress } from "./shown-address.ts";

/** Embeds every image as a `data:` URL, so that the page is self-contained. */
export function embedImages(tree: Root, images: ReadonlyMap<string, Image>): void {
  visit(tree, "element", (node) => {
    const image = node.tagName === "img" ? images.get(String(node.properties["src"])) : undefined;
    if (image) node.properties["src"] = dataAddress(image.mediaType, image.bytes);
  });
}

/**
 * Returns a Content Security Policy (https://www.w3.org/TR/CSP3/) for a self-contained page: nothing is loaded, and
 * only the style and script with the given digests apply. `more`: further sources of scripts and images.
 */
export function contentSecurityPolicy(style: string, script?: string, more = ""): string {
  const run = script === undefined ? "" : ` script-src '${sourceDigest(script)}'${more};`;
  return `default-src 'none'; style-src '${sourceDigest(style)}';${run} img-src data:${more}; font-src data:; base-uri 'none'; form-action 'none'`;
}

/** Digests of the texts before, which most documents of a run have again. */
const digests = new Map<string, string>();
const mostDigests = 6;

/** Returns the digest by which a policy names an inline style or script (CSP 3, 2.3.1, hash-source). */
export function sourceDigest(text: string): string {
  const digest = digests.get(text) ?? `sha256-${createHash("sha256").update(text).digest("base64")}`;
  digests.delete(text);
  digests.set(text, digest);
  const [oldest] = digests.keys();
  if (digests.size > mostDigests && oldest !== undefined) digests.delete(oldest);
  return digest;
}

const codeElements = new Set(["code", "pre", "kbd", "samp"]);

/**
 * Returns the characters that a page shows, sorted so that equal texts give equal fonts. `more` is what the layout
 * adds.
 */
export function usedCharacters(tree: Root, more: string): UsedCharacters {
  let code = "";
  let addresses = "";
  const languages = new Set<string>();
  let math = "";
  visit(tree, "element", (node) => {
    // Paper shows link targets in the text.
    if (node.tagName === "a") addresses += shownAddress(String(node.properties["href"] ?? ""));
    const { lang } = node.properties;
    if (typeof lang === "string" && isKnownLanguage(lang)) languages.add(lang);
    // In a contents list, formulas are plain text.
    if (node.tagName === "math") math += inMathItalic(toText(node, { whitespace: "pre" })) + formulaText(node);
    if (codeElements.has(node.tagName)) code += toText(node, { whitespace: "pre" });
  });
  const text = toText(tree, { whitespace: "pre" }) + addresses + more + counterSigns;
  return {
    // A letter with combining marks is set as one precomposed character if there is one.
    text: sortedSet(text + text.normalize("NFC")),
    code: code === "" ? "" : sortedSet(code),
    languages: [...languages],
    // The radical sign is drawn and not in the text.
    math: math === "" ? "" : sortedSet(`${math}√`),
  };
}

/** Adds the math italic form of single letters, which formulas show (MathML Core, 4.2). */
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
