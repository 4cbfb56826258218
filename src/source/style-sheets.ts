import { generate, type List, type ListItem, type CssNode, parse, walk } from "css-tree";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { SidecarFiles } from "./sidecar-files.ts";
import { cleanStyleSheet } from "./svg/style-sheet.ts";

/** A text's own style rules, by medium. */
export type StyleSheets = Readonly<Partial<Record<"web" | "print" | "book", string>>>;

/** Properties that are forbidden in EPUB style sheets (EPUB 3.3, 6.3.1.1). */
const notInBooks = new Set(["direction", "unicode-bidi"]);

/**
 * Reads the style sheets of a project and those next to a text, in this order, without rules that fetch: a text is not
 * trusted. They follow the template's style sheets, and cannot set up pages.
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
    ...read.filter(({ isChanged }) => isChanged).map(({ file }) => forbiddenCss(file)),
    ...read.filter(({ isBroken }) => isBroken).map(({ file }) => invalidCss(file)),
  ]);
}

function confine(text: string, medium: keyof StyleSheets) {
  const readable = withoutFaults(text);
  const { css, isChanged } = cleanStyleSheet(readable);
  const [own, isOther] = medium === "book" ? withoutDirections(css) : [css, false];
  // The CSS must not close its `style` element.
  return { css: own.replaceAll("</", "<\\/"), isChanged: isChanged || isOther, isBroken: readable !== text };
}

/** Maximum nesting of brackets: CSS parsers fail on thousands. */
const maxDepth = 100;

/** Removes invalid rules, which an e-book checker would reject. */
function withoutFaults(text: string): string {
  let depth = 0;
  for (const [sign] of text.matchAll(/[()[\]{}]/g)) {
    depth += "([{".includes(sign) ? 1 : -1;
    if (depth > maxDepth) return "";
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

function invalidCss({ shown }: SourceFile) {
  const message = "Invalid CSS is left out of the style sheet.";
  const hint = "Look for an unbalanced bracket.";
  return diagnostic("styleConfined", message, hint, { file: shown, position: { start: { line: 1, column: 1 } } });
}

function forbiddenCss({ shown, text }: SourceFile) {
  const line =
    text.split("\n").findIndex((candidate) => /@import|@page|url\(|image|direction|bidi/i.test(candidate)) + 1;
  const message = "Rules that fetch files or set pages or directions are left out of the style sheet.";
  const hint = "Put pictures into the text; margins of pages are a template's or a brand's.";
  return diagnostic("styleConfined", message, hint, {
    file: shown,
    position: { start: { line: Math.max(1, line), column: 1 } },
  });
}
