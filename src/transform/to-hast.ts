import type { Element, Root as HastRoot } from "hast";
import type { Root } from "mdast";
import { defListHastHandlers } from "remark-definition-list";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "../model/visit.ts";
import { closeRaw } from "./close-raw.ts";
import { replaceFormControls } from "./form-controls.ts";
import { renewFormerHtml } from "./former-html.ts";
import { filterRaw } from "./filter-raw.ts";
import { reportDepth } from "./report-depth.ts";
import { htmlSchema } from "./html-schema.ts";
import { noteIdPrefix } from "./ids.ts";
import type { Report } from "../diagnostics/report.ts";
import { unwritable } from "../model/unwritable.ts";

const processor = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: noteIdPrefix,
    handlers: defListHastHandlers,
  })
  .freeze();

const raw = unified().use(rehypeRaw, { passThrough: [] }).freeze();
const sanitiser = unified().use(rehypeSanitize, htmlSchema).freeze();

/** Converts mdast to hast. Parses raw HTML, and removes and reports all but safe elements and attributes. */
export function toHast(tree: Root, report: Report): HastRoot {
  const rough = processor.runSync(tree);
  filterRaw(rough, report);
  closeRaw(rough, report);
  const parsed = hasRaw(rough) ? parseRaw(rough) : rough;
  reportDepth(parsed, report);
  if (parsed !== rough) replaceFormControls(parsed, report);
  renewFormerHtml(parsed);
  return sanitise(parsed, report);
}

/** Keeps only safe elements and attributes; reports what it removes. */
export function sanitise(tree: HastRoot, report: Report): HastRoot {
  replaceControls(tree);
  checkSchemes(tree, report);
  reportDropped(tree, report);
  return sanitiser.runSync(tree);
}

/** Parses raw HTML. Footnotes are parsed separately, so that elements left open in the article end before them. */
function parseRaw(tree: HastRoot): HastRoot {
  const last = tree.children.at(-1);
  const hasNotes = last?.type === "element" && "dataFootnotes" in last.properties;
  if (!hasNotes) return parseIn(tree);
  const body = parseIn({ ...tree, children: tree.children.slice(0, -1) });
  return { ...body, children: [...body.children, ...raw.runSync({ type: "root", children: [last] }).children] };
}

/**
 * Parses as content of a page. What a fragment begins with decides how it is read: behind a `<col>` everything else
 * would be ignored (HTML, 13.2.6.4.18).
 */
function parseIn(tree: HastRoot): HastRoot {
  const first: Element = { type: "element", tagName: "div", properties: {}, children: [] };
  const parsed = raw.runSync({ ...tree, children: [first, ...tree.children] });
  return { ...parsed, children: parsed.children.slice(1) };
}

function hasRaw(tree: HastRoot): boolean {
  let found = false;
  visit(tree, "raw", () => {
    found = true;
  });
  return found;
}

/** Replaces control characters, which HTML references (`&#27;`) can produce but XML, and so EPUB, does not allow. */
function replaceControls(tree: HastRoot): void {
  const replace = (text: string): string => text.replaceAll(unwritable, "\uFFFD");
  visit(tree, (node) => {
    if (node.type === "text") node.value = replace(node.value);
    if (node.type !== "element") return;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === "string") node.properties[name] = replace(value);
    }
  });
}

const schemes = htmlSchema.protocols?.["href"] ?? [];

/**
 * Lower-cases schemes (RFC 3986, 3.1), which the sanitiser compares exactly, and removes links with unknown schemes.
 */
function checkSchemes(tree: HastRoot, report: Report): void {
  visit(tree, "element", (node) => {
    const { href } = node.properties;
    const scheme = typeof href === "string" ? /^([^/?#:]*):/.exec(href)?.[1]?.toLowerCase() : undefined;
    if (typeof href !== "string" || scheme === undefined) return;
    node.properties["href"] = scheme + href.slice(scheme.length);
    if (schemes.includes(scheme)) return;
    delete node.properties["href"];
    const message = `A link to "${scheme}:" does not work for every reader; its text is kept.`;
    report("linkPortable", node, message, `Link to an address that begins with ${schemes.join(":, ")}:.`);
  });
}

const elements = new Set(htmlSchema.tagNames);

/** Reports what the schema is about to remove, once for each location. */
function reportDropped(tree: HastRoot, report: Report): void {
  visit(tree, "element", (node) => {
    if (!elements.has(node.tagName)) {
      // The content of a template is no child of it.
      const isFilled = node.children.length > 0 || (node.content?.children.length ?? 0) > 0;
      const whole = isFilled && htmlSchema.strip?.includes(node.tagName);
      const ending = isFilled ? ", and its text kept" : "";
      const message = `The HTML element <${node.tagName}> is left out${whole ? ", with its content" : ending}.`;
      report("htmlSupported", node, message, "Use Markdown, or an element that every edition supports.");
      return whole ? SKIP : undefined;
    }
    const dropped = Object.entries(node.properties).filter(
      ([name, value]) => value !== false && value !== undefined && !isKept(node, name, value),
    );
    for (const [name] of dropped) {
      report(
        "htmlSupported",
        node,
        `The attribute "${attributeName(name)}" of <${node.tagName}> is left out.`,
        "Templates decide how things look; content describes what they are.",
      );
    }
    return undefined;
  });
}

/** Returns the HTML attribute name of a hast property. */
function attributeName(property: string): string {
  return property
    .replace("className", "class")
    .replace(/^(data|aria)(?=[A-Z])/, "$1-")
    .toLowerCase();
}

function isKept(node: Element, name: string, value: unknown): boolean {
  const rules = [...(htmlSchema.attributes?.[node.tagName] ?? []), ...(htmlSchema.attributes?.["*"] ?? [])];
  const known = rules.some((rule) =>
    Array.isArray(rule)
      ? rule[0] === name && (rule.length === 1 || rule.slice(1).includes(value as string))
      : rule === name,
  );
  return known;
}
