import type { Root } from "mdast";
import { visit } from "../model/visit.ts";
import type { SourcePoint } from "../model/diagnostic.ts";

/** A link to a web address in an article. */
export interface LinkReference {
  /** Absolute, `http:` or `https:`, without the fragment. */
  readonly url: string;
  readonly file: string;
  readonly position?: { readonly start: SourcePoint; readonly end: SourcePoint };
}

/** Returns the web addresses in an article, in text order: those of Markdown links and of raw HTML. */
export function externalLinks(tree: Root, file: string): LinkReference[] {
  const found: LinkReference[] = [];
  visit(tree, (node) => {
    const { position } = node;
    const add = (address: string): void => {
      const url = webAddress(address);
      if (url !== undefined) found.push({ url, file, ...(position && { position }) });
    };
    if (node.type === "link" || node.type === "definition") add(node.url);
    if (node.type === "html") for (const [, address = ""] of node.value.matchAll(href)) add(address);
  });
  return found;
}

const href = /\bhref\s*=\s*["']([^"']+)["']/gi;

function webAddress(address: string): string | undefined {
  const whole = address.startsWith("//") ? `https:${address}` : address;
  if (!/^https?:/i.test(whole) || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  url.hash = "";
  return url.href;
}
