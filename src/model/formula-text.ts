import type { Element, ElementContent } from "hast";

const superscripts = signsOf("0123456789+−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ");
const subscripts = signsOf("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");

function signsOf(letters: string, small: string): ReadonlyMap<string, string> {
  const signs = Array.from(small);
  return new Map(Array.from(letters, (letter, index) => [letter, signs[index] ?? ""]));
}

/** Combining characters for accents above a letter. */
const accents: Readonly<Record<string, string>> = {
  "^": "\u0302",
  ˆ: "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "→": "\u20D7",
  "˙": "\u0307",
  "¨": "\u0308",
  "¯": "\u0304",
  "‾": "\u0304",
};

/** Operators with spaces around them; a leading minus or plus is the sign of its number. */
const relation = /^[=≠<>≤≥≪≫≈≅≡∼∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔↦∣:≔×÷·±∓∧∨∩∪]+$/u;
const sign = /^[+\-−]$/u;

/**
 * Writes a formula as a line of plain text, for places without markup: E = mc², (a + b)/2, ∑_(i = 1)^n. Follows Unicode
 * Technical Note 28 (https://www.unicode.org/notes/tn28/).
 */
export function formulaText(math: Element): string {
  return plain(math)
    .replaceAll(/\s+/g, " ")
    .replaceAll(" (", (space, index: number, whole: string) =>
      /\p{L}\p{L}$/u.test(whole.slice(0, index)) ? "(" : space,
    )
    .trim();
}

function plain(node: ElementContent): string {
  if (node.type === "text") return node.value.replaceAll(/[\u2062-\u2064]/gu, "").replaceAll("\u2061", " ");
  if (node.type !== "element") return "";
  const parts = node.children.filter((child) => child.type === "element");
  const at = (index: number): string => (parts[index] ? plain(parts[index]) : "");
  switch (node.tagName) {
    case "annotation":
    case "annotation-xml":
    case "mphantom":
      return "";
    case "mi":
    case "mn":
    case "mo":
    case "mtext":
    case "ms":
      return node.children.map(plain).join("");
    case "mspace":
      return parseFloat(String(node.properties["width"] ?? "0")) > 0.1 ? " " : "";
    case "msup":
      return at(0) + raised(at(1), "^");
    case "msub":
    case "munder":
      return at(0) + raised(at(1), "_");
    case "msubsup":
    case "munderover":
      return at(0) + raised(at(1), "_") + raised(at(2), "^");
    case "mover":
      return accents[at(1).trim()] === undefined ? `${at(0)}^${grouped(at(1))}` : at(0) + (accents[at(1).trim()] ?? "");
    case "mfrac":
      if (/^0(?:px|em|pt)?$/.test(String(node.properties["linethickness"]))) return `${at(0)} ¦ ${at(1)}`;
      return `${grouped(at(0))}/${grouped(at(1))}`;
    case "msqrt":
      return `√${grouped(inRow(parts))}`;
    case "mroot":
      return `${raised(at(1), "^")}√${grouped(at(0))}`;
    case "mtable":
      return parts.map(plain).join("; ");
    case "mtr":
      return parts
        .map(plain)
        .filter((cell) => cell !== "")
        .join(" ");
    default:
      return inRow(parts);
  }
}

/** Joins the parts of a row, with spaces around operators. */
function inRow(parts: readonly Element[]): string {
  return parts
    .map((part, index) => {
      const text = plain(part);
      const isBetween = index > 0 && index < parts.length - 1;
      if (isLargeOperator(part)) return `${text} `;
      if (part.tagName !== "mo") return text;
      if (relation.test(text) || (sign.test(text) && isBetween && !isOperator(parts[index - 1]))) return ` ${text} `;
      return text === "," ? ", " : text;
    })
    .join("");
}

/** Reports whether a part is a sum or an integral with its limits, which needs a space after it. */
function isLargeOperator(part: Element): boolean {
  const [base] = part.children;
  const isLimited = /^m(?:under|over|underover|sub|sup|subsup)$/.test(part.tagName);
  return isLimited && base?.type === "element" && base.tagName === "mo" && /^[∑∏∐∫∬∭∮⋃⋂⋁⋀]$/u.test(plain(base));
}

function isOperator(part: Element | undefined): boolean {
  return part?.tagName === "mo" && !/^[)\]}|!]$/.test(plain(part));
}

function raised(text: string, mark: "^" | "_"): string {
  if (text === "") return "";
  if (mark === "^" && /^[′″‴]+$/u.test(text)) return text;
  return smallFigures(text, mark === "^" ? "sup" : "sub") ?? mark + grouped(text);
}

/**
 * Returns raised or lowered text in Unicode's superscript or subscript characters, or `undefined` where one is missing.
 */
export function smallFigures(text: string, place: "sub" | "sup"): string | undefined {
  const signs = place === "sup" ? superscripts : subscripts;
  const small = Array.from(text, (character) => signs.get(character));
  return text !== "" && small.every((character) => character !== undefined) ? small.join("") : undefined;
}

/** Adds parentheses, unless the text is one number, one letter or already in parentheses. */
function grouped(text: string): string {
  const whole = text.trim();
  return /^(?:[\d.,]+|\p{L}\p{M}*[₀-₉⁰-⁹¹²³ⁿ]*|.|\([^()]*\))$/u.test(whole) ? whole : `(${whole})`;
}
