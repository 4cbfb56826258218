import { decodeAddress } from "../../model/address.ts";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString } from "hast-util-to-string";
import { visit } from "../../model/visit.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CheckSuite } from "../../model/check-suite.ts";
import { sourceDigest } from "../../template/embed.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

/** A requirement on finished web pages, and how to find violations. */
interface Check {
  /** The WCAG 2.2 criterion or other source of the rule. */
  readonly source: string;
  readonly find: (page: WebPage) => readonly string[];
}

interface WebPage {
  /** The parse errors of the HTML standard. */
  readonly parseErrors: readonly string[];
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

/** All checks; each returns messages about what is wrong. */
const checks: readonly Check[] = [
  { source: "HTML, parse errors", find: ({ parseErrors }) => parseErrors },
  { source: "WCAG 2.2, 3.1.1", find: ({ elements }) => missing(elements, "html", "lang", "The page has no language.") },
  { source: "WCAG 2.2, 2.4.2", find: ({ elements }) => (titleOf(elements) === "" ? ["The page has no title."] : []) },
  { source: "WCAG 2.2, 1.3.1", find: ({ elements }) => exactlyOne(elements, "h1") },
  { source: "WCAG 2.2, 1.3.1", find: ({ elements }) => exactlyOne(elements, "main") },
  {
    source: "WCAG 2.2, 1.1.1",
    find: ({ elements }) => missing(elements, "img", "alt", "An image has no alternative text."),
  },
  { source: "HTML, id attribute", find: ({ elements }) => doubled(elements) },
  { source: "HTML, fragment links", find: ({ elements, ids }) => deadLinks(elements, ids) },
  {
    source: "Offprint, nothing runs but the script of the template",
    find: ({ elements }) =>
      elements
        .filter((element) => runs(element, elements.find(isPolicy)))
        .map((element) => `<${element.tagName}> can run a script.`),
  },
  { source: "Offprint, stands alone", find: ({ elements }) => elements.flatMap(reachesOut) },
  {
    source: "CSP 3",
    find: ({ elements }) => (elements.some(isPolicy) ? [] : ["The page has no Content-Security-Policy."]),
  },
];

/** The check suite of every web page. */
export const webSuite: CheckSuite = {
  id: "web-page",
  title: "Web page: HTML, accessibility, confinement",
  rules: [],
  parts: checks.map(({ source }) => ({ source })),
};

/** Checks the finished page as a browser would. A failure is a fault of Offprint or the template. */
export function verifyHtml(bytes: Uint8Array, file: string): readonly Diagnostic[] {
  return inspectHtml(bytes, file).found;
}

/** Like `verifyHtml`, but also returns the text of the main part. */
export function inspectHtml(
  bytes: Uint8Array,
  file: string,
): { readonly found: readonly Diagnostic[]; readonly text: string } {
  const parseErrors: string[] = [];
  const tree: Root = fromHtml(new TextDecoder().decode(bytes), {
    onerror: (error) =>
      void parseErrors.push(`${error.message} at line ${error.line ?? 0}, column ${error.column ?? 0}.`),
  });
  const elements: Element[] = [];
  visit(tree, "element", (node) => void elements.push(node));
  const ids = new Set(elements.map((element) => String(element.properties.id ?? "")));
  const found = checks.flatMap(({ source, find }) =>
    find({ parseErrors, elements, ids }).map((what) =>
      diagnostic("htmlValid", `${what} (${source})`, undefined, { file }),
    ),
  );
  return {
    found,
    text: elements
      .filter(({ tagName }) => tagName === "main")
      .map((main) => toString(main))
      .join(""),
  };
}

function missing(elements: readonly Element[], tagName: string, property: string, message: string): string[] {
  return elements
    .filter((element) => element.tagName === tagName && element.properties[property] === undefined)
    .map(() => message);
}

function titleOf(elements: readonly Element[]): string {
  const title = elements.find((element) => element.tagName === "title");
  return title ? toString(title).trim() : "";
}

function exactlyOne(elements: readonly Element[], tagName: string): string[] {
  const count = elements.filter((element) => element.tagName === tagName).length;
  return count === 1 ? [] : [`The page has ${count} <${tagName}> elements instead of one.`];
}

function doubled(elements: readonly Element[]): string[] {
  const seen = new Set<string>();
  return elements.flatMap(({ properties: { id } }) => {
    if (id === undefined) return [];
    const name = String(id);
    if (seen.has(name)) return [`The id "${name}" appears twice.`];
    seen.add(name);
    return [];
  });
}

function deadLinks(elements: readonly Element[], ids: ReadonlySet<string>): string[] {
  return elements.flatMap(({ properties: { href } }) => {
    if (typeof href !== "string" || !href.startsWith("#")) return [];
    return ids.has(decodeAddress(href.slice(1))) ? [] : [`The link ${href} has no target.`];
  });
}

/** Attributes whose value is an address (HTML, "Attributes" index); in all others, "JavaScript: …" is text. */
const addressAttributes = "href xLinkHref src srcSet data poster action formAction cite background ping".split(" ");

function runs(element: Element, policy: Element | undefined): boolean {
  const handler = Object.keys(element.properties).some((name) => /^on/i.test(name));
  const address = addressAttributes.some((name) => /^\s*javascript:/i.test(String(element.properties[name])));
  if (element.tagName === "script") return !isAllowed(element, policy);
  return handler || address || ["iframe", "object", "embed"].includes(element.tagName);
}

/**
 * Reports whether a script is allowed: data blocks (HTML, 4.12.1) do not run; otherwise the policy must name its
 * digest.
 */
function isAllowed(script: Element, policy: Element | undefined): boolean {
  const { src, type } = script.properties;
  if (src !== undefined) return false;
  return type === "application/ld+json" || String(policy?.properties.content).includes(sourceDigest(toString(script)));
}

function reachesOut(element: Element): string[] {
  const { src, srcSet, data, poster } = element.properties;
  const addresses = [src, srcSet, data, poster, ...(isLoading(element) ? [element.properties["href"]] : [])];
  return addresses
    .filter((address) => address !== undefined && !String(address).startsWith("data:"))
    .map((address) => `<${element.tagName}> loads "${String(address)}".`);
}

function isPolicy(element: Element): boolean {
  const name = element.properties["httpEquiv"];
  return (
    element.tagName === "meta" &&
    String(Array.isArray(name) ? name[0] : name).toLowerCase() === "content-security-policy"
  );
}

/** Canonical addresses (RFC 6596) and alternate forms (HTML, 4.6.8.1) are not loaded. */
function isLoading({ tagName, properties: { rel } }: Element): boolean {
  return tagName === "link" && !["canonical", "alternate"].includes(String(rel));
}
