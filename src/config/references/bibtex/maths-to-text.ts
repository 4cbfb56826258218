import { parseXml, XmlElement, type XmlNode, XmlText } from "@rgrove/parse-xml";
import temml from "temml";

/**
 * Converts a formula to CSL rich text: characters, superscripts and subscripts. Returns `undefined` for invalid TeX.
 */
export function mathsToText(tex: string): string | undefined {
  try {
    const { root } = parseXml(temml.renderToString(written(tex), { throwOnError: true, xml: true }));
    return root
      ? read(root)
          .replaceAll(/[\u2061-\u2064]/g, "")
          .replaceAll(/ {2,}/g, " ")
          .trim()
      : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces commands of plain TeX and AMS-TeX by their modern names. */
function written(tex: string): string {
  return tex
    .replaceAll(/\\sp(?![a-z])/gi, "^")
    .replaceAll(/\\sb(?![a-z])/gi, "_")
    .replaceAll(/\\AA(?![a-z])/gi, "\\text{Å}")
    .replaceAll(/\\(?:germ|goth)(?![a-z])/gi, "\\mathfrak ");
}

/** Replaces characters of mathematical alphabets, which few text fonts contain, by bold and plain letters. */
function plain(text: string): string {
  return text.replaceAll(/[\u{1D400}-\u{1D7FF}]+/gu, (letters) => {
    const isBold = /^[\u{1D400}-\u{1D433}\u{1D468}-\u{1D49B}\u{1D6A8}-\u{1D6E1}\u{1D7CE}-\u{1D7D7}]/u.test(letters);
    return isBold ? `<b>${letters.normalize("NFKC")}</b>` : letters.normalize("NFKC");
  });
}

function read(node: XmlNode | undefined): string {
  if (node instanceof XmlText) return plain(node.text);
  if (!(node instanceof XmlElement)) return "";
  const children = node.children.filter((child) => child instanceof XmlElement || child instanceof XmlText);
  const [base, first, second] = children;
  switch (node.name) {
    case "msub":
      return read(base) + lowered(read(first));
    case "msup":
      return read(base) + raised(read(first));
    case "msubsup":
      return read(base) + lowered(read(first)) + raised(read(second));
    case "mfrac":
      return node.attributes["linethickness"] === undefined
        ? `${read(base)}/${read(first)}`
        : `${read(base)} ${read(first)}`;
    case "msqrt":
      return `√${children.map(read).join("")}`;
    case "mroot":
      return `${raised(read(first))}√${read(base)}`;
    case "mover":
    case "munder":
      return (read(base) + (marks[read(first).trim()] ?? "")).normalize("NFC");
    case "menclose": {
      const mark = { top: "\u0304", bottom: "\u0332" }[node.attributes["notation"] ?? ""] ?? "";
      const text = children.map(read).join("");
      return (text.length === 1 ? text + mark : text).normalize("NFC");
    }
    case "mo":
      return spaced(children.map(read).join(""));
    case "mspace":
      return node.attributes["width"] === undefined ? "" : " ";
    case "annotation":
      return "";
    default:
      return children.map(read).join("");
  }
}

/** The degree sign is a character, not a superscript. */
function raised(text: string): string {
  if (text === "∘") return "°";
  return /^[′″]+$/.test(text) ? text : `<sup>${text.trim()}</sup>`;
}

function lowered(text: string): string {
  return `<sub>${text.trim()}</sub>`;
}

/** Adds spaces around relations and arrows. */
function spaced(sign: string): string {
  return /^[=<>≤≥≈∼≃≅≡≠→←↔⇒⇔∈⊂⊆×±∓]$/.test(sign) ? ` ${sign} ` : sign;
}

const marks: Readonly<Record<string, string>> = {
  "^": "\u0302",
  ˆ: "\u0302",
  ˇ: "\u030C",
  "˘": "\u0306",
  "´": "\u0301",
  "`": "\u0300",
  "¨": "\u0308",
  "˚": "\u030A",
  "~": "\u0303",
  "¯": "\u0304",
  "‾": "\u0304",
  "→": "\u20D7",
  "˙": "\u0307",
};
