import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Publication } from "../../src/model/publication.ts";
import { htmlSchema } from "../../src/transform/html-schema.ts";
import { prepareSource } from "./prepare.ts";
import { temporaryFolder } from "./temporary.ts";
import { worldIn } from "./world.ts";

/** A text as a publication. */
export async function prepareText(text: string) {
  return prepareSource(worldIn(await temporaryFolder({ "a.md": text })), "a.md");
}

const mathMl =
  "math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover munderover mtable mtr mtd";
const names = new Set([...(htmlSchema.tagNames ?? []), ...mathMl.split(" ")]);

/** What no document may hold, as far as a tree can tell. */
export function faultsOf({ chapters }: Publication): string[] {
  const elements: Element[] = [];
  for (const { body, notes } of chapters) {
    const tree: Root = { type: "root", children: [...body.children, ...(notes ? [notes] : [])] };
    visit(tree, "element", (node) => void elements.push(node));
  }
  const ids = elements.flatMap(({ properties }) => (properties.id === undefined ? [] : [String(properties.id)]));
  const links = elements.flatMap(({ properties }) =>
    typeof properties["href"] === "string" ? [properties["href"]] : [],
  );
  const inner = links.filter((href) => href.startsWith("#")).map((href) => href.slice(1));
  return [
    ...elements.filter(({ tagName }) => !names.has(tagName)).map(({ tagName }) => `<${tagName}>`),
    ...elements.flatMap(({ properties }) =>
      Object.keys(properties).filter((name) => /^on|^style$|^srcDoc$/i.test(name)),
    ),
    ...elements.filter(({ tagName }) => tagName === "h1").map(() => "a second title"),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
    ...links.filter((href) => !/^(?:https?:|mailto:|tel:|#)/.test(href)).map((href) => `a link to ${href}`),
    ...inner.filter((id) => id !== "offprint.content" && !ids.includes(id)).map((id) => `a link to nothing: ${id}`),
  ];
}
