import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "../../model/visit.ts";
import { classesOf } from "../../model/hast.ts";

/** Words in a class, id or role that belong to the site, not to the article. */
const furniture =
  /^(?:nav|navigation|menu|sidebar|breadcrumbs?|table of contents\d*|cookies?|cookie-.*|share|sharing|comments|advert.*|ads?|banner|contentinfo|search|skip-link|site-.*|toc|related(?:-(?:articles|posts|content|links))?|newsletter(?:-.*)?|social(?:-.*)?)$/i;
const furnitureElements = new Set(["nav", "script", "style", "noscript", "template", "head", "button", "dialog"]);

/** Returns the content of a page: its `main`, or its only `article`, or its body, without navigation and the like. */
export function mainContent(tree: Root): Root {
  const mains = find(tree, (element) => element.tagName === "main" || element.properties["role"] === "main");
  const articles = find(tree, (element) => element.tagName === "article");
  const bodies = find(tree, (element) => element.tagName === "body");
  const chosen = (articles.length === 1 ? articles[0] : undefined) ?? mains[0] ?? bodies[0];
  const root: Root = { type: "root", children: chosen ? chosen.children : tree.children };
  const isPage = chosen?.tagName === "body";
  if (isPage) dropLinkBlocks(root);
  visit(root, "element", (node, index, parent) => {
    if (index === undefined || !parent || !isFurniture(node, isPage)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return root;
}

/** Removes blocks that mostly consist of links from pages without `main`: menus, lists of other pages, site footers. */
function dropLinkBlocks(root: Root): void {
  visit(root, "element", (node, index, parent) => {
    if (!/^(?:div|section|aside|footer|header|table)$/.test(node.tagName) || !parent || index === undefined)
      return undefined;
    const links = find({ type: "root", children: [node] }, ({ tagName }) => tagName === "a");
    const linked = links.reduce((sum, link) => sum + toString(link).trim().length, 0);
    const isMenu = links.length >= 3 && linked > toString(node).replaceAll(/\s+/g, " ").length * 0.6;
    if (
      !isMenu ||
      find({ type: "root", children: [node] }, ({ tagName }) => tagName === "h1" || tagName === "p").length > 0
    )
      return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function isFurniture(node: Element, isPage: boolean): boolean {
  if (furnitureElements.has(node.tagName)) return !isFormula(node);
  if (node.properties["hidden"] === true) return true;
  if (isPage && (node.tagName === "footer" || node.tagName === "header")) {
    return find({ type: "root", children: [node] }, ({ tagName }) => tagName === "h1").length === 0;
  }
  const names = [...classesOf(node), String(node.properties["id"]), String(node.properties["role"])];
  return /^h[1-6]$|^li$|^p$/.test(node.tagName) ? false : names.some((name) => furniture.test(name));
}

function isFormula(node: Element): boolean {
  return node.tagName === "script" && /^math\/(?:tex|mml)/.test(String(node.properties["type"]));
}

/** Returns every matching element, in document order. */
export function find(tree: Root, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => void (fits(node) && found.push(node)));
  return found;
}

/** Returns the text of the first element with a name. */
export function textOf(tree: Root, name: string): string | undefined {
  const [first] = find(tree, ({ tagName }) => tagName === name);
  return (first && toString(first).trim().replaceAll(/\s+/g, " ")) || undefined;
}
