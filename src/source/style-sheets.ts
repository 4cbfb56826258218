import { generate, type List, type ListItem, type CssNode, parse, walk } from "css-tree";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { SidecarFiles } from "./sidecar-files.ts";
import { cleanStyleSheet } from "./svg/style-sheet.ts";

/** Rules of a text's own, by the medium that they are for. */
export type StyleSheets = Readonly<Partial<Record<"web" | "print" | "book", string>>>;

/** What a book's style sheet must not say (EPUB 3.3, 6.3.1.1). */
const notInBooks = new Set(["direction", "unicode-bidi"]);

/**
 * The style sheets of a project and those beside a text, in this order, without what fetches: a text is not trusted. They
 * stand behind those of the template, and set no pages.
 */
export function readStyleSheets(beside: SidecarFiles, shared: SidecarFiles): Outcome<StyleSheets> {
  const media = ["web", "print", "book"] as const;
  const read = media.flatMap((medium) =>
    [shared, beside].flatMap((files) => {
      const file = files.get(`style.${medium}.css`);
      return file ? [{ medium, file, ...confine(file.text, medium) }] : [];
    }),
  );
  const styles = Object.fromEntries(
    [...Map.groupBy(read, ({ medium }) => medium)].map(([medium, sheets]) => [
      medium,
      sheets.map(({ css }) => css).join("\n"),
    ]),
  );
  return succeed(styles, [
    ...read.filter(({ isChanged }) => isChanged).map(({ file }) => tell(file)),
    ...read.filter(({ isBroken }) => isBroken).map(({ file }) => tellBroken(file)),
  ]);
}

function confine(text: string, medium: keyof StyleSheets) {
  const readable = withoutFaults(text);
  const { css, isChanged } = cleanStyleSheet(readable);
  const [own, isOther] = medium === "book" ? withoutDirections(css) : [css, false];
  // Nothing in it ends the element that it stands in.
  return { css: own.replaceAll("</", "<\\/"), isChanged: isChanged || isOther, isBroken: readable !== text };
}

/** Brackets inside brackets: readers of style sheets fail where there are thousands. */
const deepest = 100;

/** The rules of a style sheet that can be read. A checker of e-books takes no others. */
function withoutFaults(text: string): string {
  let depth = 0;
  for (const [sign] of text.matchAll(/[()[\]{}]/g)) {
    depth += "([{".includes(sign) ? 1 : -1;
    if (depth > deepest) return "";
  }
  let isBroken = false;
  const tree = parse(text, { parseCustomProperty: true, onParseError: () => void (isBroken = true) });
  if (!isBroken) return text;
  walk(tree, (node: CssNode, item: ListItem<CssNode>, list: List<CssNode> | null) => {
    if (node.type === "Raw") list?.remove(item);
    if (node.type === "Rule" && node.prelude.type === "Raw") list?.remove(item);
  });
  return generate(tree);
}

function withoutDirections(css: string): [css: string, isChanged: boolean] {
  const tree = parse(css);
  let isChanged = false;
  walk(tree, (node: CssNode, item: ListItem<CssNode>, list: List<CssNode> | null) => {
    if (node.type !== "Declaration" || !notInBooks.has(node.property.toLowerCase())) return;
    isChanged = true;
    list?.remove(item);
  });
  return [isChanged ? generate(tree) : css, isChanged];
}

function tellBroken({ shown }: SourceFile) {
  const message = "What cannot be read as CSS is left out of the style sheet.";
  const hint = "Look for a bracket without its other one.";
  return diagnostic("styleConfined", message, hint, { file: shown, position: { start: { line: 1, column: 1 } } });
}

function tell({ shown, text }: SourceFile) {
  const line = text.split("\n").findIndex((one) => /@import|@page|url\(|image|direction|bidi/i.test(one)) + 1;
  const message = "What fetches, sets pages or sets directions is left out of the style sheet.";
  const hint = "Put pictures into the text; margins of pages are a template's or a brand's.";
  return diagnostic("styleConfined", message, hint, {
    file: shown,
    position: { start: { line: Math.max(1, line), column: 1 } },
  });
}
