import type { Element, Root } from "hast";
import { SKIP, visit } from "../model/visit.ts";
import type { Report } from "../diagnostics/report.ts";
import { undescribed } from "../model/undescribed.ts";
import { classesOf, isBlank, isElement } from "./hast.ts";

/** Address of a text next to this one. */
const chapter = /^(?![a-z][a-z0-9+.-]*:|\/\/)[^?#]*\.(?:md|markdown|mdx|qmd|Rmd|ipynb)(?:#.*)?$/i;
const hint = "Write the link text between the brackets.";

/**
 * Adds text to empty links, which are invisible and announced as their address or not at all (WCAG 2.2, 2.4.4): their
 * accessible name, or their address. One within the text that has no name is only an anchor and becomes a `span`.
 */
export function nameLinks(tree: Root, report: Report): void {
  visit(tree, "element", (node, index, parent) => {
    const { href, title, ariaLabel } = node.properties;
    if (node.tagName !== "a" || typeof href !== "string" || href === "" || !parent || index === undefined)
      return undefined;
    if (Object.keys(node.properties).some((name) => name.startsWith("data"))) return undefined;
    if (holdsContent(node)) return undefined;
    const name = [ariaLabel, title].find((value) => typeof value === "string" && value.trim() !== "");
    if (name === undefined && href.startsWith("#")) {
      node.tagName = "span";
      delete node.properties["href"];
      return undefined;
    }
    // Titles of other chapters are not known yet.
    if (name === undefined && node.children.length === 0 && chapter.test(href)) return undefined;
    report("linkTextDescriptive", node, `The link to "${href}" has no text.`, hint);
    const text = String(name ?? href);
    const [image] = node.children.filter((child) => isElement(child, "img"));
    if (isElement(image)) describe(image, text);
    else node.children = [{ type: "text", value: text }];
    return SKIP;
  });
}

/** Sets alternative text and removes the decorative role, because a link's content is not decoration. */
function describe(image: Element, alt: string): void {
  const className = classesOf(image).filter((name) => name !== "decorative");
  image.properties = { ...image.properties, alt, className: className.length > 0 ? className : undefined };
}

/** Reports whether a link has text, an image with text, or content that gets its text later, such as a reference. */
function holdsContent(node: Element): boolean {
  return node.children.some((child) => {
    if (child.type !== "element") return !isBlank(child);
    if (child.tagName === "img") return !isDecorative(child);
    return Object.keys(child.properties).some((name) => name.startsWith("data")) || holdsContent(child);
  });
}

function isDecorative(image: Element): boolean {
  const classes = classesOf(image);
  return classes.includes("decorative") || (image.properties["alt"] === "" && !classes.includes(undescribed));
}
