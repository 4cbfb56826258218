import type { Heading, Root } from "mdast";
import remarkDefinitionList from "remark-definition-list";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type PluggableList, unified } from "unified";
import type { FrontMatter } from "../config/front-matter.ts";
import { findFrontMatter, type FrontMatterText } from "../config/front-matter-text.ts";
import { readFrontMatter } from "../config/parse-front-matter.ts";
import type { KeyLocation, Placed } from "../config/read-yaml.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import { remarkAttributes } from "./attributes-syntax.ts";
import { endAutolinks } from "./autolink-ends.ts";
import { remarkCitations } from "./citation-syntax.ts";
import { remarkAutolinkSyntax } from "./autolink-syntax.ts";
import { remarkCjkEmphasis } from "./cjk-emphasis.ts";
import { remarkBoundedDefinitions, spreadDefinitions } from "./definition-lists.ts";
import { parseDialects } from "./dialects/parse-dialects.ts";
import { pluginDialects } from "./dialects/plugin-dialects.ts";
import { findTitleBlock } from "./dialects/title-block.ts";
import { endUnclosedHtml } from "./end-unclosed-html.ts";
import { beyondReading } from "./measure-text.ts";
import { remarkFormulas } from "./formula-syntax.ts";
import { remarkPlainColons } from "./plain-colons.ts";
import { remarkSparseAutolinks } from "./sparse-autolinks.ts";
import { remarkCrossReferences } from "./reference-syntax.ts";
import { readTitleMarks } from "./title-marks.ts";
import { remarkVariables } from "./variable-syntax.ts";
import { EditMap } from "micromark-util-edit-map";
import type { Event } from "micromark-util-types";

/** A parsed article: CommonMark, GFM and Offprint's extensions, with nothing resolved yet. */
export interface ParsedArticle {
  /** Its text is what was parsed: the author's, with other tools' syntax rewritten line by line. */
  readonly file: SourceFile;
  /** Empty if unreadable, which is reported as an error. */
  readonly frontMatter: FrontMatter;
  /** Title of the front matter, if it contains Markdown. */
  readonly titleHeading?: Heading;
  /** Whether the front matter could be read. */
  readonly isRead: boolean;
  /** Locations of the front matter keys. */
  readonly keyLocation: KeyLocation;
  /** The mdast tree. */
  readonly tree: Root;
}

boundEdits();

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkSparseAutolinks)
  .use(remarkAutolinkSyntax)
  .use(remarkCjkEmphasis)
  .use(remarkDirective)
  .use(remarkPlainColons)
  .use(remarkDefinitionList)
  .use(remarkBoundedDefinitions)
  .use(remarkAttributes)
  .use(remarkCitations)
  .use(remarkCrossReferences)
  .use(remarkFormulas)
  .use(remarkVariables)
  .freeze();

/** Returns the parser with the remark plug-ins that this run's plug-ins add. */
function withSyntax(): typeof markdown {
  const added = pluginDialects("syntax").map(({ use }) => use);
  return added.length === 0
    ? markdown
    : markdown()
        .use(added as unknown as PluggableList)
        .freeze();
}

/**
 * Parses an article. If its front matter is unreadable, reports an error but still returns the tree, so that other
 * findings are reported.
 */
export function parseArticle(written: SourceFile): Outcome<ParsedArticle> {
  const beyond = beyondReading(written);
  if (beyond) return fail(beyond);
  const block = findFrontMatter(written.text) ?? findTitleBlock(written.text);
  const outcome = block ? readFrontMatter(block, written.shown) : succeed(noFrontMatter(written));
  const { value, keyLocation, prose } = outcome.ok ? outcome.value : noFrontMatter(written);
  const { frontMatter, heading } = readTitleMarks(value);
  const processor = withSyntax();
  const parse = (text: string): Root => processor.parse(text);
  const ended = endUnclosedHtml(written, block?.lines ?? 0, parse);
  const facts = { start: block?.lines ?? 0, tools: frontMatter.dialect, prose, isTitled: value.title !== undefined };
  const { file, tree, diagnostics } = parseDialects({ ...written, text: ended.text }, facts, parse);
  endAutolinks(tree, file.text);
  spreadDefinitions(tree);
  return succeed(
    { file, frontMatter, isRead: outcome.ok, keyLocation, tree, ...(heading && { titleHeading: heading }) },
    [
      ...ended.diagnostics,
      ...diagnostics,
      ...(block && !block.isClosed ? [notClosed(block, file)] : []),
      ...outcome.diagnostics,
      ...(tree.children.length === 0 ? [empty(file)] : []),
    ],
  );
}

function notClosed({ linesBefore, format }: FrontMatterText, file: SourceFile): Diagnostic {
  const mark = format === "toml" ? "+++" : "---";
  const message = "No line ends the front matter; it is taken to end at the first empty line.";
  const position = { start: { line: linesBefore, column: 1 } };
  return diagnostic("frontMatterClosed", message, `End it with a line of just "${mark}".`, {
    file: file.shown,
    position,
  });
}

function empty(file: SourceFile): Diagnostic {
  const hint = "Write some below the front matter.";
  return diagnostic("sourceNotEmpty", "The article has no text.", hint, { file: file.shown });
}

function noFrontMatter(file: SourceFile): Placed<FrontMatter> & { readonly prose: readonly [] } {
  return { value: {}, keyLocation: () => ({ file: file.shown }), prose: [] };
}

/**
 * Makes the parser edit its list of events in place: micromark 4.0.3 rewrites the whole list each time that a list or a
 * quotation ends, which takes the square of their number.
 */
function boundEdits(): void {
  EditMap.prototype.consume = consume;
}

function consume(this: EditMap, events: Event[]): undefined {
  const edits = this.map.toSorted(([a], [b]) => a - b);
  const [first] = edits;
  this.map.length = 0;
  this.index.clear();
  if (!first) return;
  const changed: Event[] = [];
  for (const [index, [at, remove, added]] of edits.entries()) {
    for (const event of added) changed.push(event);
    for (const event of events.slice(at + remove, edits[index + 1]?.[0])) changed.push(event);
  }
  events.length = first[0];
  for (const event of changed) events.push(event);
}
