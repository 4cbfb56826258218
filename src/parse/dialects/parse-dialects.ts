import type { Root, RootContent } from "mdast";
import { visit } from "../../model/visit.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { limits } from "../../model/limits.ts";
import type { SourceFile } from "../../model/source.ts";
import type { BlockDialect, BlockLine, BlockReader, ReportLine } from "./block.ts";
import type { Dialect, DialectLine, TreeDialect } from "./dialect.ts";
import { pluginDialects } from "./plugin-dialects.ts";
import { insertProse, frontProseToBox, withoutRepeated } from "./front-prose.ts";
import { endUnclosedHtml } from "../end-unclosed-html.ts";
import { definitionsFor, labelsOf } from "./definitions.ts";
import { drawnLines } from "./drawn-lines.ts";
import { blockDialects, lineDialects, treeDialects } from "./dialects.ts";
import { placeholder, placeholderName, splitAtPlaceholders } from "./placeholder.ts";
import { proseLines } from "./prose-lines.ts";
import { addOffsets, relocate, startsOf } from "./relocate.ts";
import type { TextFacts } from "./text-facts.ts";
import { isReadFor } from "./tools.ts";
import { scanBlocks } from "./scan-blocks.ts";

type Parse = (text: string) => Root;

/** A parsed text, with other tools' syntax read as they read it. */
export interface ReadText {
  /** Its text is the author's with lines rewritten; positions in the tree refer to it. */
  readonly file: SourceFile;
  readonly tree: Root;
  readonly diagnostics: Diagnostic[];
}

/** Parses Markdown with the dialects of other tools: those detected in the text, or those it declares. */
export function parseDialects(file: SourceFile, facts: TextFacts, parse: Parse): ReadText {
  const reading = new Reading(file, facts.tools, parse);
  return reading.readFile(facts);
}

class Reading {
  private readonly file: SourceFile;
  private readonly parse: Parse;
  /** Line of the first use of each dialect, by its name. */
  private readonly used = new Map<string, number>();
  private readonly reported = new Map<string, Diagnostic>();
  private labels: ReadonlySet<string> = new Set();
  /** Offsets of the line starts. */
  private starts: readonly number[] = [];

  private readonly lineDialects: readonly Dialect[];
  private readonly blockDialects: readonly BlockDialect[];
  private readonly treeDialects: readonly TreeDialect[];

  constructor(file: SourceFile, tools: TextFacts["tools"], parse: Parse) {
    this.file = file;
    this.parse = parse;
    const isRead = (dialect: Readonly<{ name: string }>): boolean => isReadFor(tools, dialect);
    // Dialects of plug-ins apply to all texts of a project, and come first.
    this.lineDialects = [...pluginDialects("line"), ...lineDialects.filter(isRead)];
    this.blockDialects = [...pluginDialects("block"), ...blockDialects.filter(isRead)];
    this.treeDialects = [...pluginDialects("tree"), ...treeDialects.filter(isRead)];
  }

  readFile({ start, prose, isTitled }: TextFacts): ReadText {
    // Line ends are preserved.
    const pieces = this.file.text.split(/(\r\n|\r|\n)/);
    const texts = pieces.filter((_, index) => index % 2 === 0);
    const ends = pieces.filter((_, index) => index % 2 === 1);
    this.labels = labelsOf(proseLines(texts, start).map(({ text }) => text));
    this.rewrite(texts, start, (index) => index + 1);
    const text = texts.map((line, index) => line + (ends[index] ?? "")).join("");
    this.starts = startsOf(texts, ends);
    const lines = texts.map((line, index) => ({ text: line, line: index + 1, column: 1 }));
    const tree = this.readLines(lines, start, [], ends);
    insertProse(tree, withoutRepeated(prose, texts.slice(start).join("\n")), isTitled, (part) => {
      this.use(`text in the front matter, printed in a box (${part.key})`, part.line);
      return frontProseToBox(part, { texts, starts: this.starts, reader: this.reader() });
    });
    for (const dialect of this.treeDialects) {
      const first = dialect.read(tree, {
        texts,
        report: (...found) => this.report(...found),
        path: this.file.path,
      });
      if (first !== undefined) this.use(dialect.name, first);
    }
    return { file: { ...this.file, text }, tree, diagnostics: [...this.announce(), ...this.reported.values()] };
  }

  /** Rewrites lines in place. */
  private rewrite(texts: string[], start: number, lineOf: (index: number) => number): void {
    const report: ReportLine = (rule, line, ...rest) => this.report(rule, lineOf(line - 1), ...rest);
    const drawn = drawnLines(texts, start, this.blockDialects);
    const readProse = (): DialectLine[] =>
      proseLines(texts, start).filter(({ line, text }) => !drawn.has(line) && text.length <= limits.dialectLine);
    let prose = readProse();
    for (const dialect of this.lineDialects) {
      const changed = dialect.read(prose, { texts, report, path: this.file.path });
      for (const [line, text] of changed) {
        texts[line - 1] = text;
        if (!dialect.saysItself) this.use(dialect.name, lineOf(line - 1));
      }
      if (changed.size > 0) prose = readProse();
    }
  }

  /** `before`: lines that are not in the file, inserted after the front matter. `ends`: the line ends. */
  private readLines(
    lines: readonly BlockLine[],
    start: number,
    before: readonly string[],
    ends: readonly string[] = [],
  ): Root {
    const found = scanBlocks(lines, start, this.blockDialects);
    const texts = lines.map(({ text }) => text);
    for (const { start: first, end, markers } of found) {
      texts[first] = placeholder(texts[first] ?? "", markers);
      texts.fill("", first + 1, end);
    }
    texts.fill("", 0, start);
    const whole = texts.map((text, index) => text + (index < texts.length - 1 ? (ends[index] ?? "\n") : ""));
    const extra = [...before, ...definitionsFor(whole.join(""), this.labels)];
    whole.splice(start, 0, ...extra.map((text) => `${text}\n`));
    const places = [...lines.slice(0, start), ...extra.map(() => undefined), ...lines.slice(start)];
    const tree = this.parse(this.endHtml(whole.join(""), places));
    relocate(tree, places, this.starts);
    const blocks = new Map(found.map((block) => [lines[block.start]?.line, block] as const));
    visit(tree, ["leafDirective", "html"], (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      if (node.type === "html") {
        const pieces = splitAtPlaceholders(node, parent, (line) => blocks.has(line));
        if (pieces[0] === node) return undefined;
        parent.children.splice(index, 1, ...pieces);
        return index;
      }
      const line = node.position?.start.line;
      const block = node.type === "leafDirective" && node.name === placeholderName ? blocks.get(line) : undefined;
      if (!block) return undefined;
      this.use(block.name, lines[block.start]?.line ?? 1);
      const built = block.build(this.reader());
      addOffsets(built, this.starts);
      parent.children.splice(index, 1, ...built);
      return index + built.length;
    });
    return tree;
  }

  /** Removing what preceded HTML on a line can turn it into a block, possibly without an end. */
  private endHtml(text: string, places: readonly (BlockLine | undefined)[]): string {
    const ended = endUnclosedHtml({ ...this.file, text }, 0, this.parse);
    for (const { place, message, hint } of ended.diagnostics) {
      const line = places[(place?.line ?? 1) - 1]?.line;
      if (line !== undefined) this.report("htmlClosed", line, message, hint ?? "");
    }
    return ended.text;
  }

  private reader(): BlockReader {
    const blocks = (lines: readonly BlockLine[]): RootContent[] => {
      const texts = lines.map(({ text }) => text);
      this.rewrite(texts, 0, (index) => lines[index]?.line ?? 1);
      const read = lines.map((line, index) => ({ ...line, text: texts[index] ?? "" }));
      // The empty line prevents dashes at the start from being front matter.
      return this.readLines(read, 0, [""]).children;
    };
    return {
      blocks,
      inline(lines) {
        const [first] = blocks(lines);
        return first?.type === "paragraph" ? first.children : [];
      },
      report: (...found) => this.report(...found),
    };
  }

  private use(name: string, line: number): void {
    this.used.set(name, Math.min(line, this.used.get(name) ?? Infinity));
  }

  /** Reports each finding once. */
  private report(...[rule, line, message, hint]: Parameters<ReportLine>): void {
    if (this.reported.has(message)) return;
    const location = { file: this.file.shown, position: { start: { line, column: 1 } } };
    this.reported.set(message, diagnostic(rule, message, hint, location));
  }

  private announce(): Diagnostic[] {
    if (this.used.size === 0) return [];
    const location = {
      file: this.file.shown,
      position: { start: { line: Math.min(...this.used.values()), column: 1 } },
    };
    const message = `Read as the syntax of other tools: ${[...this.used.keys()].join("; ")}.`;
    return [diagnostic("dialectRead", message, undefined, location)];
  }
}
