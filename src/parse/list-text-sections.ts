import { slug } from "github-slugger";
import { toString } from "mdast-util-to-string";
import { freeName } from "../model/free-name.ts";
import { sha256Of } from "../model/sha256.ts";
import type { ParsedArticle } from "./parse-article.ts";

/** A heading and the text below it, up to the next heading. */
export interface TextSection {
  /** Id of the heading: the author's, or one made from its text; empty for text before the first heading. */
  readonly id: string;
  /** Text of the heading. */
  readonly title: string;
  readonly line: number;
  /** Digest of the source text, ignoring line breaks. */
  readonly digest: string;
  /** Number of letters and digits below the heading. */
  readonly length: number;
}

/** Returns the sections of a source text. Words in its front matter belong to the first one. */
export function listTextSections({ file, tree, frontMatter }: ParsedArticle): TextSection[] {
  const { title, subtitle, description } = frontMatter;
  const starts = tree.children.flatMap((node) =>
    node.type === "heading" && node.position
      ? [
          {
            line: node.position.start.line,
            from: node.position.start.offset ?? 0,
            node,
            end: node.position.end.offset ?? 0,
          },
        ]
      : [],
  );
  const taken = new Set<string>();
  const opening = tree.children[0]?.position?.start.offset ?? file.text.length;
  const before = file.text.slice(opening, starts[0]?.from ?? file.text.length);
  const words = [title, subtitle, description].filter((text) => text !== undefined).join("\n");
  const first: TextSection = {
    id: "",
    title: title ?? "",
    line: 1,
    digest: digestOf(`${words}\n${before}`),
    length: lettersOf(before),
  };
  const others = starts.map(({ line, from, node, end }, index): TextSection => {
    const text = file.text.slice(from, starts[index + 1]?.from ?? file.text.length);
    const [, ownId] = /\{[^}]*#([^\s}]+)/.exec(file.text.slice(from, end)) ?? [];
    const name =
      ownId ??
      slug(
        toString(node)
          .replace(/\{[^}]*\}\s*$/, "")
          .trim(),
      );
    const id = freeName(taken, 0, (number) => (number === 0 ? name : `${name}-${number}`));
    taken.add(id);
    const below = file.text.slice(end, starts[index + 1]?.from ?? file.text.length);
    return { id, title: titleOf(toString(node)), line, digest: digestOf(text), length: lettersOf(below) };
  });
  return words === "" && before.trim() === "" ? others : [first, ...others];
}

const titleOf = (text: string): string => text.replace(/\s*\{[^}]*\}\s*$/, "").trim();

const lettersOf = (text: string): number => text.replaceAll(/[^\p{L}\p{N}]/gu, "").length;

function digestOf(text: string): string {
  return sha256Of(text.replaceAll(/\s+/g, " ").trim()).slice(0, 12);
}
