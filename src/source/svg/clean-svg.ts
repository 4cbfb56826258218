import { find, svg as schema } from "property-information";
import type { Element, ElementContent } from "xast";
import { embeddedPicture } from "./data-address.ts";
import { flowedLines } from "./flowed-text.ts";
import { htmlAsText } from "./html-text.ts";
import { namespaces, type SvgElement } from "./parse-svg.ts";
import { cleanDeclarations, cleanStyleSheet, isFetching } from "./style-sheet.ts";

/** Elements that draw or describe (SVG 2), except those that script, embed or animate. */
const drawing = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath tref
  linearGradient radialGradient stop pattern clipPath mask marker style switch image filter feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

/** Editors' own elements: they draw nothing, and are removed without a diagnostic. */
const editorial = new Set([
  "metadata",
  "view",
  "cursor",
  "font",
  "font-face",
  "glyph",
  "missing-glyph",
  "hkern",
  "vkern",
]);

/** Elements whose text is drawn. */
const textual = new Set(["text", "tspan", "textPath", "tref"]);

/** What was removed, each kind once, as the end of the message "The drawing holds …". */
export type Findings = Set<string>;

export interface Cleaning {
  readonly findings: Findings;
  /** Returns the cleaned address of an embedded drawing; `undefined` for any other address. */
  inner(address: string): string | undefined;
}

const outside = "an address outside the drawing, which was left out";

/** Rebuilds an element in the SVG namespace, with drawing content only. */
export function cleanSvg(element: SvgElement, cleaning: Cleaning): Element {
  return {
    type: "element",
    name: element.name,
    attributes: cleanAttributes(element, cleaning),
    children: cleanContent(element, cleaning),
  };
}

function cleanContent(element: SvgElement, cleaning: Cleaning): ElementContent[] {
  if (element.name === "style") return styleContent(element, cleaning);
  if (element.name === "switch") return switchContent(element, cleaning);
  return element.children.flatMap((child) => cleanChild(child, element, cleaning));
}

function cleanChild(child: SvgElement | string, parent: SvgElement, cleaning: Cleaning): ElementContent[] {
  if (typeof child === "string") return [{ type: "text", value: child }];
  if (child.namespace !== namespaces.svg || editorial.has(child.name)) return [];
  if (child.name === "a") return [unlink(child, parent, cleaning)];
  if (child.name === "foreignObject") return plainText(child, undefined, cleaning);
  if (child.name === "flowRoot") return flowedText(child, cleaning);
  if (!drawing.has(child.name)) {
    cleaning.findings.add(`the element <${child.name}>, which was left out`);
    return [];
  }
  const isStyle = child.name !== "style" || /^(?:\s*text\/css\b.*)?$/is.test(child.attributes.get("type") ?? "");
  return isStyle ? [cleanSvg(child, cleaning)] : [];
}

/** Replaces a link by its content. */
function unlink(link: SvgElement, parent: SvgElement, cleaning: Cleaning): Element {
  cleaning.findings.add("a link, of which only what it draws was kept");
  const attributes = new Map(
    [...link.attributes].filter(([name]) => !/^(?:xlink:)?(?:href|target|download|rel|ping)$/.test(name)),
  );
  return cleanSvg({ ...link, name: textual.has(parent.name) ? "tspan" : "g", attributes }, cleaning);
}

/** Converts HTML to plain text. Drops Illustrator's private data without a diagnostic. */
function plainText(html: SvgElement, fallback: SvgElement | undefined, cleaning: Cleaning): ElementContent[] {
  const needed = html.attributes.get("requiredExtensions") ?? namespaces.html;
  const text = needed.includes(namespaces.html) ? htmlAsText(html, fallback) : undefined;
  if (text) cleaning.findings.add("text in HTML, which was made plain text");
  return text ? [text] : [];
}

function flowedText(root: SvgElement, cleaning: Cleaning): ElementContent[] {
  const lines = flowedLines(root);
  if (lines.length === 0) return [];
  cleaning.findings.add("text that flows in a region, which was made plain text");
  return [{ ...cleanSvg({ ...root, name: "text", children: [] }, cleaning), children: lines }];
}

/** Keeps one of HTML and its fallback; the reader selects among other alternatives. */
function switchContent(element: SvgElement, cleaning: Cleaning): ElementContent[] {
  const children = element.children.filter(
    (child) => typeof child !== "string" && child.namespace === namespaces.svg,
  ) as SvgElement[];
  const html = children.find(({ name }) => name === "foreignObject");
  if (html) {
    const own = plainText(
      html,
      children.find(({ name }) => name === "text"),
      cleaning,
    );
    if (own.length > 0) return own;
    const others = children.filter((child) => child !== html);
    return others.slice(0, 1).flatMap((child) => cleanChild(child, element, cleaning));
  }
  // Every SVG 2 reader ignores `requiredFeatures` of SVG 1.1 (SVG 2, 5.7).
  const feature = children.find(({ attributes }) => attributes.has("requiredFeatures"));
  if (feature && children[0] === feature) return cleanChild(feature, element, cleaning);
  return children.flatMap((child) => cleanChild(child, element, cleaning));
}

function styleContent({ children }: SvgElement, cleaning: Cleaning): ElementContent[] {
  // As in browsers, text on both sides of a comment is joined.
  const { css, isChanged } = cleanStyleSheet(children.filter((child) => typeof child === "string").join(""));
  if (isChanged) cleaning.findings.add("a style with an address outside the drawing, which was left out");
  return [{ type: "text", value: css }];
}

function cleanAttributes(element: SvgElement, cleaning: Cleaning): Record<string, string> {
  const allowed: Record<string, string> = {};
  for (const [name, value] of element.attributes) {
    if (/^on/i.test(name)) cleaning.findings.add("an event handler, which was left out");
    else if (name === "href" || name === "xlink:href") continue;
    else if (name === "style") {
      const { css, isChanged } = cleanDeclarations(value);
      if (isChanged) cleaning.findings.add(outside);
      if (css.trim() !== "") allowed["style"] = css;
    } else if (!isKnown(name)) continue;
    else if (isFetching(value)) cleaning.findings.add(outside);
    else allowed[name === "xml:id" ? "id" : name] = value;
  }
  // The attribute without a prefix takes precedence (SVG 2, 16.1.5); the other one is for older readers.
  const written = element.attributes.get("href") ?? element.attributes.get("xlink:href");
  const address = written === undefined ? undefined : cleanAddress(element.name, written, cleaning);
  if (address !== undefined) allowed["xlink:href"] = address;
  return allowed;
}

function cleanAddress(name: string, written: string, cleaning: Cleaning): string | undefined {
  const address = written.trim();
  if (address.startsWith("#") || address === "") return address || undefined;
  if (name === "image" || name === "feImage") {
    const inner = embeddedPicture(address) ?? cleaning.inner(address);
    if (inner !== undefined) return inner;
  }
  cleaning.findings.add(outside);
  return undefined;
}

/**
 * Reports whether an attribute is of SVG (the list in `property-information`), of ARIA, or only used by style sheets.
 */
function isKnown(name: string): boolean {
  if (/^(?:data-[\w.-]+|xml:lang|xml:space|xml:id)$/.test(name)) return true;
  return (
    !name.includes(":") &&
    name !== "content" &&
    Object.hasOwn(schema.normal, name.toLowerCase()) &&
    find(schema, name).attribute === name
  );
}
