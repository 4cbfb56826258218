import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Messages } from "../i18n/messages.ts";
import { isElement, make } from "./hast.ts";
import { noteIdPrefix } from "./ids.ts";

/**
 * The note section that remark-rehype puts at the end becomes `<section role="doc-endnotes">` with ids by number,
 * accessible names and DPUB-ARIA 1.1 roles (https://www.w3.org/TR/dpub-aria-1.1/), and is taken out of the body.
 */
export function takeNotes(tree: Root, words: Messages): Element | undefined {
  const section = tree.children.findLast(
    (node): node is Element => isElement(node, "section") && "dataFootnotes" in node.properties,
  );
  const list = section?.children.find((node): node is Element => isElement(node, "ol"));
  const items = (list?.children ?? []).filter((node): node is Element => isElement(node, "li"));
  if (
    !section ||
    items.length === 0 ||
    !items.every(({ properties }) => String(properties.id).startsWith(noteIdPrefix))
  )
    return undefined;
  tree.children.splice(tree.children.indexOf(section), 1);
  const numbers = new Map(items.map((item, index) => [`#${String(item.properties.id)}`, index + 1]));
  const whole: Root = { type: "root", children: [...tree.children, section] };
  nameReferences(whole, numbers, words);
  for (const [index, item] of items.entries()) item.properties = { id: `note-${index + 1}` };
  const heading = make("h2", { id: "notes" }, words.notes);
  return make("section", { className: ["notes"], role: "doc-endnotes" }, heading, make("ol", {}, ...items));
}

function nameReferences(tree: Root, numbers: ReadonlyMap<string, number>, words: Messages): void {
  const uses = new Map<number, number>();
  const renamed = new Map<string, string>();
  visit(tree, "element", (node) => {
    if (!("dataFootnoteRef" in node.properties)) return;
    const number =
      numbers.get(decode(String(node.properties["href"]))) ?? numbers.get(String(node.properties["href"])) ?? 0;
    const use = (uses.get(number) ?? 0) + 1;
    uses.set(number, use);
    const id = use === 1 ? `noteref-${number}` : `noteref-${number}-${use}`;
    renamed.set(`#${String(node.properties.id)}`, id);
    node.properties = {
      id,
      href: `#note-${number}`,
      role: "doc-noteref",
      ariaLabel: `${words.note} ${number}`,
      className: ["note-reference"],
    };
    node.children = [{ type: "text", value: String(number) }];
  });
  visit(tree, "element", (node) => {
    if (!("dataFootnoteBackref" in node.properties)) return;
    const href = String(node.properties["href"]);
    const target = renamed.get(href) ?? renamed.get(decode(href)) ?? "";
    const [, number = "", use] = /^noteref-(\d+)(?:-(\d+))?$/.exec(target) ?? [];
    const label = `${words.backToText}: ${words.note} ${number}${use ? `, ${use}` : ""}`;
    node.properties = { href: `#${target}`, role: "doc-backlink", ariaLabel: label, className: ["note-back"] };
    node.children = arrow(use);
  });
}

/** An arrow, which the fonts of every template have, and after it a number for each repeated use: ↑ 2 3. */
function arrow(use: string | undefined): ElementContent[] {
  return [{ type: "text", value: use ?? "↑" }];
}

/** An address as it was before it was percent-encoded, or as it is where it is not. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
