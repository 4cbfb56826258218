import type { Element, Root } from "hast";
import { h, s } from "hastscript";
import { encode } from "uqr";
import type { Messages } from "../../../i18n/messages.ts";
import { isOutside, printAddress, shownAddress } from "../../../template/shown-address.ts";
import { hasClass } from "../../../model/hast.ts";

/** Modules of white space around the code (ISO/IEC 18004, 5.3.8). */
const quietZone = 4;
/** Millimetres, for a module and for the whole code: the least that a phone reads from paper at arm's length. */
const module = 0.55;
const least = 20;

/**
 * Draws a QR code (ISO/IEC 18004) with its content as alternative text. Returns `undefined` for an address that is too
 * long.
 */
export function qrCode(address: string, words: Messages): Element | undefined {
  const modules = modulesOf(address);
  if (!modules) return undefined;
  const size = modules.length;
  const width = `${Math.max(least, Math.round(size * module))}mm`;
  const ariaLabel = words.qrCode.replace("#", shownAddress(address));
  return s("svg", { className: ["qr-code"], role: "img", ariaLabel, viewBox: `0 0 ${size} ${size}`, width }, [
    s("rect", { width: size, height: size, fill: "#fff" }),
    s("path", { d: outline(modules), fill: "#000", shapeRendering: "crispEdges" }),
  ]);
}

function modulesOf(address: string): readonly (readonly boolean[])[] | undefined {
  try {
    return encode(address, { ecc: "M", border: quietZone }).data;
  } catch {
    return undefined;
  }
}

/** Returns each run of dark modules in a row as a rectangle. */
function outline(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) =>
      [
        ...row
          .map((dark) => (dark ? "#" : " "))
          .join("")
          .matchAll(/#+/g),
      ].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`),
    )
    .join("");
}

/** Elements at whose end a block with a code may stand. */
const holders = new Set(["aside", "blockquote", "dd", "div", "li", "section", "td", "th"]);

/** Adds a code and its address after the paragraph of each link with `{.qr}`. */
export function placeQrCodes(tree: Root | Element, words: Messages): Element[] {
  const waiting: Element[] = [];
  const children: Element["children"] = [];
  for (const child of tree.children as Element["children"]) {
    children.push(child);
    if (child.type !== "element") continue;
    const found = asksForCode(child) ? [child] : placeQrCodes(child, words);
    if (child.tagName === "p") children.push(...found.flatMap((link) => codeBlock(link, words)));
    else waiting.push(...found);
  }
  const holds = tree.type === "root" || holders.has(tree.tagName);
  if (holds) children.push(...waiting.flatMap((link) => codeBlock(link, words)));
  tree.children = children;
  return holds ? [] : waiting;
}

function asksForCode(element: Element): boolean {
  return element.tagName === "a" && isOutside(element.properties["href"]) && hasClass(element, "qr");
}

function codeBlock({ properties: { href } }: Element, words: Messages): Element[] {
  const code = qrCode(String(href), words);
  return code ? [h("p", { className: ["qr-block"] }, [code, printAddress(shownAddress(String(href)))])] : [];
}
