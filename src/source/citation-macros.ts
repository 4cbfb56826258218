import type { Element, Root } from "xast";
import { limits } from "../model/limits.ts";
import { visit } from "../model/visit.ts";

/** A fault in the macro calls of a style, and the element to report it at. */
export interface MacroProblem {
  readonly message: string;
  readonly element: Element;
}

/** Finds an element nested deeper than in any real style; recursion into it could exhaust the stack. */
export function findDepthProblem(tree: Root): MacroProblem | undefined {
  let level = tree.children.filter((child) => child.type === "element");
  for (let depth = 1; level.length > 0; depth += 1) {
    const [element] = level;
    const message = `Elements are nested more than ${limits.styleDepth} deep.`;
    if (element && depth > limits.styleDepth) return { message, element };
    level = level.flatMap(({ children }) => children.filter((child) => child.type === "element"));
  }
  return undefined;
}

/**
 * Finds a macro that calls itself or does not exist (CSL 1.0.2, "Macro"), or macros that call each other so often that
 * the expanded style is too large: the processor copies a macro at each call.
 */
export function findMacroProblem(tree: Root): MacroProblem | undefined {
  const macros = new Map<string, Element>();
  visit(tree, "element", (element) => {
    const name = element.attributes["name"];
    if (element.name === "macro" && name) macros.set(name, element);
  });
  const costs = new Map<Element, number>();
  const open = new Set<Element>();
  const costOf = (element: Element): number => {
    const known = costs.get(element);
    if (known !== undefined) return known;
    if (open.has(element)) throw new Found(`The macro "${element.attributes["name"] ?? ""}" calls itself.`, element);
    open.add(element);
    let cost = 1;
    visit(element, "element", (inner) => {
      cost += 1;
      const name = inner.attributes["macro"];
      if (!name || !["text", "key"].includes(inner.name)) return;
      const macro = macros.get(name);
      if (!macro) throw new Found(`There is no macro "${name}".`, inner);
      cost += costOf(macro);
      if (cost > limits.styleElements)
        throw new Found(`With its macros the style has more than ${limits.styleElements} elements.`, inner);
    });
    open.delete(element);
    costs.set(element, cost);
    return cost;
  };
  try {
    for (const element of tree.children) if (element.type === "element") partsOf(element).forEach(costOf);
    return undefined;
  } catch (error) {
    if (error instanceof Found) return { message: error.message, element: error.element };
    throw error;
  }
}

class Found extends Error {
  readonly element: Element;
  constructor(message: string, element: Element) {
    super(message);
    this.element = element;
  }
}

/** Returns the elements of a style that are expanded independently. */
function partsOf(style: Element): Element[] {
  return style.children.filter(
    (child) => child.type === "element" && ["citation", "bibliography", "intext"].includes(child.name),
  ) as Element[];
}
