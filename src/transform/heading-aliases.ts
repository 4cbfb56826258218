import GithubSlugger from "github-slugger";
import type { Element, Nodes, Root } from "hast";
import { emojiName } from "../model/emoji.ts";
import { visit } from "../model/visit.ts";

/**
 * Returns the heading ids that other tools generate, so that links from there work here: GitHub's, then those of pandoc
 * and Python-Markdown (MkDocs), unless already taken by an earlier tool. The values are our ids.
 */
export function headingAliases(tree: Root): Map<string, string> {
  const headings: { readonly text: string; readonly id: string }[] = [];
  visit(tree, "element", (node: Element, _, parent) => {
    // The heading of the footnotes and its id are generated anew.
    if (parent?.type === "element" && "dataFootnotes" in parent.properties) return;
    if (/^h[1-6]$/.test(node.tagName)) headings.push({ text: nameOf(node), id: String(node.properties.id) });
  });
  const aliases = new Map<string, string>();
  const [github, typed, spelt] = [new GithubSlugger(), new GithubSlugger(), new GithubSlugger()];
  const slugs = [
    (text: string) => github.slug(text),
    (text: string) => typed.slug(asTyped(text)),
    (text: string) => spelt.slug(withEmojiNames(text)),
    numbered(pandocSlug, "-"),
    numbered(pythonSlug, "_"),
  ];
  for (const slugOf of slugs) {
    for (const { text, id } of headings) {
      const alias = slugOf(text);
      if (!aliases.has(alias)) aliases.set(alias, id);
    }
  }
  return aliases;
}

/** Returns the text of a heading from which GitHub makes an id, without note numbers. */
export function nameOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || "dataFootnoteRef" in node.properties) return "";
  return node.tagName === "img" ? String(node.properties["alt"] ?? "") : node.children.map(nameOf).join("");
}

/** Restores hyphens that were replaced by dashes, as GitHub keeps them. */
function asTyped(text: string): string {
  return text.replaceAll("\u2013", "--").replaceAll("\u2014", "---");
}

/** Replaces emoji by their names, as GitHub makes ids of headings with `:name:`. */
function withEmojiNames(text: string): string {
  return text.replaceAll(/\p{Extended_Pictographic}\uFE0F?/gu, (emoji) => emojiName(emoji) ?? emoji);
}

/** https://pandoc.org/MANUAL.html#extension-auto_identifiers */
function pandocSlug(text: string): string {
  const plain = text.replaceAll(/[^\p{L}\p{N}\p{M}\s_.-]/gu, "").trim();
  return (
    plain
      .replaceAll(/\s+/g, "-")
      .toLowerCase()
      .replace(/^[^\p{L}]+/u, "") || "section"
  );
}

/** https://python-markdown.github.io/extensions/toc/ */
function pythonSlug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/[^\w\s-]/g, "")
    .trim();
  return plain.toLowerCase().replaceAll(/[-\s]+/g, "-");
}

function numbered(slugOf: (text: string) => string, before: string): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const slug = slugOf(text);
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}${before}${count}`;
  };
}
