import { parseXml, XmlCdata, XmlElement, XmlText } from "@rgrove/parse-xml";
import { limits } from "../../model/limits.ts";
import { readEntities } from "./read-entities.ts";
import { readProlog } from "./read-prolog.ts";

export const namespaces = {
  svg: "http://www.w3.org/2000/svg",
  xlink: "http://www.w3.org/1999/xlink",
  xml: "http://www.w3.org/XML/1998/namespace",
  html: "http://www.w3.org/1999/xhtml",
} as const;

/** An element with namespaces resolved (Namespaces in XML). */
export interface SvgElement {
  readonly namespace: string;
  /** Without a prefix. */
  readonly name: string;
  /** By local name where in no namespace, with `xlink:` or `xml:` for those two namespaces; others are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (SvgElement | string)[];
}

/** A drawing exceeds `limits`. */
export class TooComplex extends Error {}

/** Reports whether a text is XML with `svg` as its root element. */
export function isSvg(text: string): boolean {
  const prolog = readProlog(text);
  return prolog !== undefined && /^<(?:[\w.-]+:)?svg[\s/>]/i.test(text.slice(prolog.end, prolog.end + 64));
}

/** Parses a drawing. Throws, with the reason, where it is not well-formed or exceeds a limit. */
export function parseSvg(text: string): SvgElement {
  const prolog = readProlog(text);
  if (!prolog) throw new Error("it has no root element");
  const { doctype } = prolog;
  let signs = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) signs += 1;
  if (signs > limits.svgElements * 3) throw new TooComplex(`more than ${limits.svgElements} elements`);
  // Spaces in place of the declaration preserve line and column numbers.
  const blank = doctype ? text.slice(doctype.start, doctype.end).replaceAll(/[^\n]/g, " ") : "";
  const source = doctype ? text.slice(0, doctype.start) + blank + text.slice(doctype.end) : text;
  const { root } = parseXml(source.replace(/^\uFEFF?\s*/, ""), {
    resolveUndefinedEntity: readEntities(doctype?.subset ?? ""),
  });
  if (!root) throw new Error("it has no root element");
  // A drawing taken from a web page may lack namespace declarations.
  const usual = new Map<string, string>([
    ["", namespaces.svg],
    ["svg", namespaces.svg],
    ["xlink", namespaces.xlink],
  ]);
  return resolve(root, { declared: usual }, 0, { elements: limits.svgElements });
}

interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer?: Scope;
}

function resolve(element: XmlElement, outer: Scope, depth: number, budget: { elements: number }): SvgElement {
  budget.elements -= 1;
  if (budget.elements < 0) throw new TooComplex(`more than ${limits.svgElements} elements`);
  if (depth > limits.svgDepth) throw new TooComplex(`elements nested more than ${limits.svgDepth} deep`);
  const written = Object.entries(element.attributes);
  const declared = new Map<string, string>();
  for (const [name, value] of written) {
    if (name === "xmlns") declared.set("", value);
    else if (name.startsWith("xmlns:")) declared.set(name.slice(6), value);
  }
  const scope: Scope = declared.size === 0 ? outer : { declared, outer };
  const [namespace, name] = nameOf(element.name, scope, lookUp("", scope) ?? "");
  const attributes = new Map<string, string>();
  for (const [key, value] of written) {
    const [space, local] = nameOf(key, scope, "");
    const prefix = { "": "", [namespaces.xlink]: "xlink:", [namespaces.xml]: "xml:" }[space];
    if (prefix !== undefined && key !== "xmlns") attributes.set(prefix + local, value);
  }
  const children = element.children.flatMap((child): (SvgElement | string)[] => {
    if (child instanceof XmlElement) return [resolve(child, scope, depth + 1, budget)];
    return child instanceof XmlText || child instanceof XmlCdata ? [child.text] : [];
  });
  return { namespace, name, attributes, children };
}

function lookUp(prefix: string, scope: Scope | undefined): string | undefined {
  for (let inner = scope; inner; inner = inner.outer) {
    const namespace = inner.declared.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}

/**
 * Resolves a name to its namespace and local name; an undeclared prefix gets a namespace of its own, so that it never
 * matches.
 */
function nameOf(written: string, scope: Scope, unprefixed: string): readonly [namespace: string, local: string] {
  const colon = written.indexOf(":");
  if (colon < 0) return [unprefixed, written];
  const prefix = written.slice(0, colon);
  const namespace = prefix === "xml" ? namespaces.xml : (lookUp(prefix, scope) ?? `unbound:${prefix}`);
  return [namespace, written.slice(colon + 1)];
}
