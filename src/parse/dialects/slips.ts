import { outsideCode, type Dialect, type DialectContext } from "./dialect.ts";

const hugging = /^( {0,3}#{2,6})(?=[\p{L}\p{N}*_`"“‘«¿¡])/u;
const wideSpace = /^( {0,3})([#＃]{1,6})[\u00A0\u2000-\u200B\u202F\u3000\uFEFF]+[ \t]*(?=\S)/u;
const wideSigns = /^( {0,3})(＃{1,6})[ \t]+(?=\S)/u;

/** Headings without a space after the number signs, which are text only in CommonMark (0.31, 4.2). */
export const headingSlips: Dialect = {
  name: "headings without a plain space",
  saysItself: true,
  read(lines, { report }) {
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      const heading = text
        .replace(hugging, "$1 ")
        .replace(wideSpace, (_, indent: string, signs: string) => `${indent}${"#".repeat(signs.length)} `)
        .replace(wideSigns, (_, indent: string, signs: string) => `${indent}${"#".repeat(signs.length)} `);
      if (heading === text) continue;
      read.set(line, heading);
      const shown = text.trim().slice(0, 40);
      report(
        "markdownMarks",
        line,
        `"${shown}" is read as a heading.`,
        `Write a plain space behind the signs: "# Title".`,
      );
    }
    return read;
  },
};

/** A link or an image whose destination may contain parentheses. */
const withAddress = /(!?)\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]\(((?:[^()<>\\]|\\.|\([^()]*\))*)\)/gu;
/** The same with a space in between. */
const separated = /(!?)\[((?![\^@]|[ xX]?\])[^[\]]+)\] \((https?:\/\/[^\s()<>]+)\)/gu;
const parts = /^\s*(.*?)(?:\s+=(\d*%?)(?:x(\d*))?)?(\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))?\s*$/su;
/** An address with a title in parentheses, which is valid in CommonMark. */
const titled = /^\s*\S+\s+\([^()]*\)\s*$/u;
const address = /^(?:https?:\/\/|mailto:|tel:|\.{0,2}\/)|\.[a-z0-9]{1,5}(?:[#?]\S*)?$/iu;

/** Destinations that CommonMark does not accept (0.31, 6.3), so that readers would see the brackets. */
export const addressSlips: Dialect = {
  name: "addresses with spaces",
  saysItself: true,
  read(lines, context) {
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      if (!text.includes("](") && !text.includes("] (")) continue;
      const written = outsideCode(text, (piece) => mendAddresses(piece, line, context));
      if (written !== text) read.set(line, written);
    }
    return read;
  },
};

function mendAddresses(text: string, line: number, { texts, report }: DialectContext): string {
  const isDefined = (label: string): boolean =>
    texts.some((candidate) => candidate.trimStart().startsWith(`[${label}]:`));
  return text
    .replaceAll(withAddress, (whole, mark: string, label: string, inside: string) => {
      const [, path = "", width, height, title = ""] = parts.exec(inside) ?? [];
      const isSized = mark === "!" && (width !== undefined || height !== undefined);
      const isApart = /\s/u.test(path) && !path.includes('"') && address.test(path) && !titled.test(inside);
      if (!isSized && !isApart) return whole;
      const attributes = [width && `width=${width}`, height && `height=${height}`].filter(Boolean).join(" ");
      if (isSized) {
        const hint = `Write ${mark}[…](${path}){${attributes}}.`;
        report("markdownMarks", line, `The size in "(${inside})" is read as that of the picture.`, hint);
      } else {
        const hint = `Write (<${path}>).`;
        report("markdownMarks", line, `The address "${path}" has spaces; it is read as one address.`, hint);
      }
      const target = /\s/u.test(path) ? `<${path}>` : path;
      return `${mark}[${label}](${target}${title})${isSized && attributes !== "" ? `{${attributes}}` : ""}`;
    })
    .replaceAll(separated, (whole, mark: string, label: string, url: string) => {
      if (isDefined(label)) return whole;
      const hint = "Write no space between the brackets and the parentheses.";
      report("markdownMarks", line, `"[${label}] (${url})" is read as a link.`, hint);
      return `${mark}[${label}](${url})`;
    });
}
