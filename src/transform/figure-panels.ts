import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { captionContent } from "./caption-text.ts";
import { addClass, classesOf, hasClass, isBlank, isElement, setData } from "./hast.ts";

/** Reports whether a node is an image, or the frame in place of one that is not included. */
export function isImage(node: ElementContent | undefined): node is Element {
  return isElement(node, "img") || (isElement(node, "span") && hasClass(node, "absent-image"));
}

/** Creates a figure from an image, with its title as caption. */
export function figureOfImage(image: Element): Element {
  const { title, id, ...rest } = image.properties;
  image.properties = rest;
  const caption =
    typeof title === "string" && title.trim() !== "" ? [h("figcaption", captionContent(title.trim()))] : [];
  const figure = h("figure", { ...(id !== undefined && { id }) }, image, ...caption);
  return image.position ? { ...figure, position: image.position } : figure;
}

/**
 * Returns the parts of a figure that share one caption: figures, and images by themselves. Undefined where there are
 * fewer than two, or text between them.
 */
export function panelsOf(content: readonly ElementContent[]): Element[] | undefined {
  const panels = content.flatMap(panelsIn);
  const found = panels.filter((panel) => panel !== undefined);
  return found.length >= 2 && found.length === panels.length ? found : undefined;
}

function panelsIn(node: ElementContent): (Element | undefined)[] {
  if (node.type !== "element") return [undefined];
  const { tagName, children } = node;
  if (tagName === "figure") return [node];
  if (isImage(node)) return [figureOfImage(node)];
  if (tagName !== "p" && tagName !== "div") return [undefined];
  // Another tool's wrapper around columns only affects layout.
  const inside = children.filter((child) => !isBlank(child));
  return inside.length === 0 ? [undefined] : inside.flatMap(panelsIn);
}

/** Creates a figure of parts, each with its own label: "(a)". */
export function joinPanels(figure: Element, panels: readonly Element[], caption: Element): Element {
  for (const panel of panels) {
    delete panel.properties["dataKind"];
    delete panel.properties["dataWidths"];
    if (!panel.children.some((child) => isElement(child, "figcaption"))) panel.children.push(h("figcaption"));
    setData(panel, { numbered: "figure", isPart: true });
  }
  const joined = { ...figure, children: [...panels, caption] };
  const hasLayout = classesOf(figure).some((name) => /^layout-\d$/.test(name));
  const columns = panels.length === 3 ? 3 : 2;
  addClass(joined, "panels", ...(hasLayout ? [] : [`layout-${columns}`]));
  return joined;
}
