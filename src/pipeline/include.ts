import type { PhrasingContent, RootContent } from "mdast";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Report } from "../diagnostics/report.ts";
import { include } from "../directives/definitions/include.ts";
import { readAttributes } from "../directives/read-attributes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { findIncludes, type Include } from "../parse/find-includes.ts";
import { asCode, includeCode, keepPart } from "./include-code.ts";
import { includeTables } from "./include-tables.ts";
import { moveText } from "../parse/move-text.ts";
import { type ParsedArticle, parseArticle } from "../parse/parse-article.ts";
import type { Confines } from "../source/locate-file.ts";
import { readBeside, type TextReference } from "../source/read-beside.ts";
import { isMarkdown } from "../source/read-text.ts";

/** An article with its included texts. */
export interface WholeArticle extends ParsedArticle {
  /** In the order of inclusion, repeated for repeated includes. */
  readonly included: readonly SourceFile[];
  /** Data files of tables. */
  readonly data: readonly SourceFile[];
}

/** An included text and its part. */
interface Link {
  readonly file: SourceFile;
  /** Empty for the whole text. */
  readonly part: string;
}

/** More than an author would include: a guard against texts that include each other exponentially. */
const maxTexts = 500;

interface Including {
  readonly world: World;
  readonly confines: Confines;
  /** The article and the files included so far. */
  readonly files: SourceFile[];
  readonly data: SourceFile[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Replaces every `::include{file=part.md}` by the text of its file. The path is relative to the including file and must
 * lie below the project's root; its notes and link references are its own.
 */
export async function includeTexts(
  world: World,
  confines: Confines,
  article: ParsedArticle,
): Promise<Outcome<WholeArticle>> {
  const including: Including = { world, confines, files: [article.file], data: [], diagnostics: [] };
  including.diagnostics.push(...(await includeCode(world, confines, article)));
  including.diagnostics.push(...(await includeTables(world, confines, article, including.data)));
  await fill(including, findIncludes(article.tree), [{ file: article.file, part: "" }]);
  return succeed({ ...article, included: including.files.slice(1), data: including.data }, including.diagnostics);
}

/** `chain`: the files that led here; the last one contains the includes. */
async function fill(including: Including, includes: readonly Include[], chain: readonly Link[]): Promise<void> {
  const here = chain.at(-1)?.file;
  if (!here) return;
  for (const { position, attributes, label, replace } of includes) {
    const { path, shown } = here;
    const location = { from: path, file: shown, ...(position && { position }) };
    const report: Report = (...[rule, , message, hint]) =>
      including.diagnostics.push(diagnostic(rule, message, hint, location));
    const settings = readAttributes(include, { attributes, position }, report).attributes;
    const written = label.length > 0 ? labelled(label, position) : asWritten(here.text, position);
    const reference: TextReference = { address: settings.file, ...location };
    const file = await readFile(including, reference, settings.part);
    if (file.ok && !isMarkdown(file.value.path) && !isHtml(file.value.path)) {
      including.diagnostics.push(...file.diagnostics);
      replace([asCode(file.value, settings.part, position)]);
      continue;
    }
    const part = file.ok
      ? await readPart(including, { file: file.value, part: settings.part }, reference, chain)
      : file;
    including.diagnostics.push(...part.diagnostics);
    replace(
      part.ok
        ? await place(including, part.value, Number(settings.levels), [
            ...chain,
            { file: part.value.file, part: settings.part },
          ])
        : written,
    );
  }
}

/** A piece of a page is content, as Quarto and mdBook include it: HTML in Markdown. */
function isHtml(path: string): boolean {
  return /\.html?$/i.test(path);
}

/** Returns the source text of an include whose file cannot be read. */
function asWritten(text: string, position: Include["position"]): RootContent[] {
  const value = text.slice(position?.start.offset, position?.end.offset).trim();
  return [{ type: "paragraph", children: [{ type: "inlineCode", value }], ...(position && { position }) }];
}

function labelled(label: readonly PhrasingContent[], position: Include["position"]): RootContent[] {
  return [{ type: "paragraph", children: [...label], ...(position && { position }) }];
}

async function place(
  including: Including,
  part: ParsedArticle,
  levels: number,
  chain: readonly Link[],
): Promise<RootContent[]> {
  const { tree, file } = part;
  const includes = findIncludes(tree);
  const before = including.files.map(({ text }) => `${text}\n`).join("");
  const lines = before.split("\n").length - 1;
  moveText(tree, { lines, offset: before.length, levels, name: String(including.files.length) });
  including.files.push(file);
  await fill(including, includes, chain);
  return tree.children;
}

/** Reads a file, or a part of it. */
async function readFile(
  { world, confines }: Including,
  reference: TextReference,
  part: string,
): Promise<Outcome<SourceFile>> {
  if (reference.address === "") {
    const hint = "Name a Markdown file: ::include{file=part.md}.";
    return fail(diagnostic("directiveComplete", "This include names no file.", hint, reference));
  }
  const read = await readBeside(world, confines, reference);
  if (!read.ok) return read;
  const partial = keepPart(read.value, part, reference);
  return { ...partial, diagnostics: [...read.diagnostics, ...partial.diagnostics] };
}

async function readPart(
  { world, confines, files, data }: Including,
  link: Link,
  reference: TextReference,
  chain: readonly Link[],
): Promise<Outcome<ParsedArticle>> {
  const { file, part } = link;
  // Another part of the same text is no cycle: a text has a finite number of headings and markers.
  const start = chain.findIndex((candidate) => candidate.file.path === file.path && candidate.part === part);
  if (start >= 0) {
    const way = [...chain.slice(start), link].map((step) => step.file.shown).join(" → ");
    return fail(
      diagnostic("includesAcyclic", `The text includes itself: ${way}.`, "Remove one of the includes.", reference),
    );
  }
  if (files.length > maxTexts) {
    const message = `More than ${maxTexts} texts are included in one another.`;
    return fail(
      diagnostic("sourceSize", message, "Write each text once, and name chapters in publication.yaml.", reference),
    );
  }
  const parsed = parseArticle(file);
  if (!parsed.ok) return parsed;
  const code = await includeCode(world, confines, parsed.value);
  const tables = await includeTables(world, confines, parsed.value, data);
  return succeed(parsed.value, [...parsed.diagnostics, ...code, ...tables, ...unusedKeys(parsed.value)]);
}

function unusedKeys({ file, frontMatter }: ParsedArticle): Diagnostic[] {
  const keys = Object.keys(frontMatter);
  if (keys.length === 0) return [];
  const message = `The front matter of an included text is ignored: ${keys.join(", ")}.`;
  const location = { file: file.shown, position: { start: { line: 1, column: 1 } } };
  return [diagnostic("frontMatterUsed", message, "Put it into the text that includes this one.", location)];
}
