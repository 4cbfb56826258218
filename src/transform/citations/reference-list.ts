import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Messages } from "../../i18n/messages.ts";
import type { BackMatter } from "../../model/publication.ts";
import { backMark } from "../edition/footnotes.ts";
import { classesOf, isElement, textOf } from "../hast.ts";
import { addressPattern, linkAddresses } from "./link-addresses.ts";
import type { Processed } from "./process.ts";
import { safeHtml } from "./safe-html.ts";

/** A work in the list, and where it is cited. */
interface Listed {
  readonly id: string;
  /** Ids of the citations, in the order of the text. */
  readonly citedAt: readonly string[];
}

interface ReferenceListSettings {
  readonly words: Messages;
  /** Id of the heading. */
  readonly id: string;
  /** What the author calls the list; else it has a heading in the language of the text. */
  readonly title: string | undefined;
  /** Notes on checks of a work, by key. */
  readonly checks: ReadonlyMap<string, string>;
}

/**
 * Returns the list of references, with plain list items, the roles of DPUB-ARIA 1.1
 * (https://www.w3.org/TR/dpub-aria-1.1/), and a back-link to each citation.
 */
export function referenceList(
  { entries, hangs }: Processed,
  works: ReadonlyMap<string, Listed>,
  { words, id, title = words.references, checks }: ReferenceListSettings,
): BackMatter {
  const parts = entries.map(({ html }) => partsOf(safeHtml(html)));
  const isNumbered = parts.every(({ label }, index) => label.replace(/\.$/, "") === String(index + 1));
  const items = parts.map(({ label, content }, index) => {
    const work = works.get(entries[index]?.key ?? "");
    const before = isNumbered || label === "" ? [] : [h("span", { className: ["reference-label"] }, label), " "];
    const back = (work?.citedAt ?? []).flatMap((target, use) => [" ", backLink(target, use, words)]);
    const check = checks.get(entries[index]?.key ?? "");
    const dates = check === undefined || check === "" ? [] : [" ", h("span", { className: ["source-check"] }, check)];
    return h(
      "li",
      work ? { id: work.id } : {},
      ...before,
      ...linkAddresses(content, addressPattern(entries[index]?.addresses)),
      ...dates,
      ...back,
    );
  });
  const className = ["reference-list", ...(hangs ? ["hanging"] : [])];
  const section = h(
    "section",
    { className: ["references"], role: "doc-bibliography", ariaLabelledBy: [id] },
    h("h2", { id }, title),
    h(isNumbered ? "ol" : "ul", { className }, ...items),
  );
  return { id, title, section };
}

/** Splits an entry into the label of a numeric style and its content. */
function partsOf(html: readonly ElementContent[]): { label: string; content: readonly ElementContent[] } {
  const entry = html.find((node): node is Element => isElement(node, "div"));
  const children = entry?.children ?? html;
  const part = (name: string) =>
    children.find((node): node is Element => isElement(node, "div") && classesOf(node).includes(name));
  const label = part("csl-left-margin");
  const content = part("csl-right-inline")?.children ?? children;
  return { label: label ? textOf(label).trim() : "", content: trimmed(content.flatMap(inline)) };
}

/** Unwraps blocks, because an entry is a single line of text. */
function inline(node: ElementContent): ElementContent[] {
  return isElement(node, "div") ? node.children.flatMap(inline) : [node];
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type !== "text") return [node];
    const start = index === 0 ? node.value.trimStart() : node.value;
    const value = index === nodes.length - 1 ? start.trimEnd() : start;
    return value === "" ? [] : [{ type: "text", value }];
  });
}

/** Returns a back-link as in footnotes. */
function backLink(target: string, use: number, words: Messages): Element {
  const ariaLabel = `${words.backToText}: ${use + 1}`;
  const properties = { href: `#${target}`, role: "doc-backlink", ariaLabel, className: ["note-back"] };
  return h("a", properties, backMark(use + 1));
}
