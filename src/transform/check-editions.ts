import type { Element, ElementContent, Root } from "hast";
import { everyEditionName } from "../model/every-edition.ts";
import type { Report } from "../diagnostics/report.ts";

/** Links and their possible targets, with the editions that show them. */
interface Found {
  readonly node: Element;
  readonly editions: readonly string[];
}

interface CheckedChapter {
  readonly trees: readonly Root[];
  readonly draft: { readonly report: Report };
}

/** Reports links whose target an edition does not show: there they become plain text. */
export function checkEditions(chapters: readonly CheckedChapter[]): void {
  const targets = new Map<string, readonly string[]>();
  const every = everyEditionName();
  const links = chapters.flatMap(({ trees, draft: { report } }) => {
    const found = trees.flatMap((tree) => withEditions(tree, every));
    for (const { node, editions } of found) {
      const { id } = node.properties;
      if (id !== undefined) targets.set(`#${String(id)}`, editions);
    }
    return found.filter(({ node }) => node.tagName === "a").map((link) => ({ ...link, report }));
  });
  for (const { node, editions, report } of links) {
    const href = String(node.properties["href"]);
    const there = targets.get(href) ?? every;
    const lacking = editions.filter((name) => !there.includes(name));
    if (lacking.length === 0) continue;
    const message = `Not every edition with this link has its target; the link is plain text in: ${lacking.join(", ")}.`;
    report("linkInEdition", node, message, `Put it into :only[…]{edition="${there.join(" ")}"}.`);
  }
}

function withEditions(parent: Root | Element, editions: readonly string[]): Found[] {
  return (parent.children as ElementContent[]).flatMap((node): Found[] => {
    if (node.type !== "element") return [];
    const { dataEditions } = node.properties;
    const named = dataEditions === undefined ? editions : String(dataEditions).split(" ");
    const own = editions.filter((name) => named.includes(name));
    return [{ node, editions: own }, ...withEditions(node, own)];
  });
}
