import { parseXml, XmlElement, type XmlNode, XmlText } from "@rgrove/parse-xml";
import temml from "temml";

/** A formula in the rich text of CSL: signs, raised and lowered. `undefined` where it is no TeX. */
export function mathsToText(tex: string): string | undefined {
  try {
    const { root } = parseXml(temml.renderToString(tex, { throwOnError: true, xml: true }));
    return root ? read(root).replaceAll(/ {2,}/g, " ").trim() : undefined;
  } catch {
    return undefined;
  }
}

function read(node: XmlNode | undefined): string {
  if (node instanceof XmlText) return node.text;
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
      return `${read(base)}/${read(first)}`;
    case "msqrt":
      return `√${children.map(read).join("")}`;
    case "mroot":
      return `${raised(read(first))}√${read(base)}`;
    case "mover":
    case "munder":
      return (read(base) + (marks[read(first)] ?? "")).normalize("NFC");
    case "mo":
      return spaced(children.map(read).join(""));
    case "mspace":
      return " ";
    case "annotation":
      return "";
    default:
      return children.map(read).join("");
  }
}

/** A degree is a sign of its own. */
function raised(text: string): string {
  if (text === "∘") return "°";
  return /^[′″]+$/.test(text) ? text : `<sup>${text.trim()}</sup>`;
}

function lowered(text: string): string {
  return `<sub>${text.trim()}</sub>`;
}

/** Relations and arrows stand between spaces. */
function spaced(sign: string): string {
  return /^[=<>≤≥≈∼≃≅≡≠→←↔⇒⇔∈⊂⊆×±∓]$/.test(sign) ? ` ${sign} ` : sign;
}

const marks: Readonly<Record<string, string>> = {
  "^": "\u0302",
  "~": "\u0303",
  "¯": "\u0304",
  "‾": "\u0304",
  "→": "\u20D7",
  "˙": "\u0307",
};
