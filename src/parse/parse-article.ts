import type { Root, Yaml } from "mdast";
import remarkDefinitionList from "remark-definition-list";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type FrontMatter, frontMatter } from "../config/front-matter.ts";
import { type KeyLocation, type Placed, readPlacedYaml } from "../config/read-yaml.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import { remarkAttributes } from "./attributes-syntax.ts";
import { endAutolinks } from "./autolink-ends.ts";
import { remarkCitations } from "./citation-syntax.ts";
import { remarkCjkEmphasis } from "./cjk-emphasis.ts";
import { parseDialects } from "./dialects/parse-dialects.ts";
import { remarkFormulas } from "./formula-syntax.ts";
import { remarkPlainColons } from "./plain-colons.ts";
import { remarkCrossReferences } from "./reference-syntax.ts";
import { remarkVariables } from "./variable-syntax.ts";

/** An article as a tree: CommonMark, GFM, and what Offprint adds to them; nothing resolved yet. */
export interface ParsedArticle {
  /** Its text is the one that was parsed: the author's, with the syntax of other tools rewritten line for line. */
  readonly file: SourceFile;
  readonly frontMatter: FrontMatter;
  /** Where the keys of the front matter stand. */
  readonly keyLocation: KeyLocation;
  /** mdast without the front matter node. */
  readonly tree: Root;
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkEmphasis)
  .use(remarkDirective)
  .use(remarkPlainColons)
  .use(remarkDefinitionList)
  .use(remarkAttributes)
  .use(remarkCitations)
  .use(remarkCrossReferences)
  .use(remarkFormulas)
  .use(remarkVariables)
  .freeze();

export function parseArticle(written: SourceFile): Outcome<ParsedArticle> {
  const deep = tooDeep(written);
  if (deep) return fail(deep);
  const { file, tree, diagnostics: dialectDiagnostics } = parseDialects(written, (text) => markdown.parse(text));
  endAutolinks(tree, file.text);
  const [first, ...rest] = tree.children;
  const yaml = first?.type === "yaml" ? first : undefined;
  const given = yaml ? readFrontMatter(yaml, file) : succeed(noFrontMatter(file));
  const body: Root = { ...tree, children: yaml ? rest : tree.children };
  const unread = !yaml && looksLikeFrontMatter.test(file.text);
  if (unread) return fail(unreadFrontMatter(file));
  const empty = body.children.length === 0;
  const diagnostics = empty
    ? [
        diagnostic("sourceNotEmpty", "The article has no text.", "Write some below the front matter.", {
          file: file.shown,
        }),
      ]
    : [];
  if (!given.ok || empty) return fail(...given.diagnostics, ...diagnostics);
  const { value, keyLocation } = given.value;
  return succeed({ file, frontMatter: value, keyLocation, tree: body }, [...dialectDiagnostics, ...given.diagnostics]);
}

/** What can stand before the text of a line: indentation, and the marks of quotations and lists. */
const opening = /^(?:[ \t>]|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])){400}/m;

/** Each level of nesting costs the parser more than the one before, and no reader follows two hundred. */
function tooDeep(file: SourceFile): Diagnostic | undefined {
  const found = opening.exec(file.text);
  if (!found) return undefined;
  const line = file.text.slice(0, found.index).split("\n").length;
  const spot = { file: file.shown, position: { start: { line, column: 1 } } };
  return diagnostic(
    "sourceSize",
    "This line is nested too deeply to be read.",
    "Quote or list to a few levels only.",
    spot,
  );
}

const looksLikeFrontMatter = /^\s*---[ \t]*\n[\w-]+:(\s|$)/;

function unreadFrontMatter(file: SourceFile) {
  return diagnostic(
    "yamlParses",
    "This looks like front matter, but cannot be told from the text.",
    'It begins with "---" in the first line and ends with a line of just "---".',
    { file: file.shown, position: { start: { line: 1, column: 1 } } },
  );
}

function noFrontMatter(file: SourceFile): Placed<FrontMatter> {
  return { value: {}, keyLocation: () => ({ file: file.shown }) };
}

function readFrontMatter(yaml: Yaml, file: SourceFile): Outcome<Placed<FrontMatter>> {
  return readPlacedYaml(yaml.value, frontMatter, {
    file: file.shown,
    linesBefore: yaml.position?.start.line ?? 1,
    rule: "frontMatterShape",
  });
}
