import type { RootContent } from "mdast";
import type { BlockDialect, BlockLine, BlockReader } from "../block.ts";
import { boxClass, calloutName } from "../callouts.ts";
import { directiveNode } from "../nodes.ts";
import { safeId } from "../pandoc-attributes.ts";
import { readArguments } from "../sites/arguments.ts";
import { codeNode } from "./code-node.ts";
import { diagramNode, isDiagram } from "./diagram-node.ts";
import { type FencedBlock, fencedBlock } from "./fenced-block.ts";

const head = /^\{([a-zA-Z][\w+-]*)((?:[ \t,].*)?)\}$/;
const option = /^[ \t]*(?:#|\/\/|--|%%)\|[ \t]*([\w.-]+)[ \t]*:[ \t]*(.*)$/;
const goesOn = /^[ \t]*(?:#|\/\/|--|%%)\|/;
/**
 * Code cells of R Markdown and Quarto. Offprint never runs them: the code is printed, with the caption of its output.
 */
export const cells: BlockDialect = {
  name: "code cells (R Markdown, Quarto)",
  inItems: true,
  at(lines, index) {
    const block = fencedBlock(lines, index);
    const [, language, argumentText = ""] = head.exec(block?.info ?? "") ?? [];
    if (!block || block.marks.startsWith(":") || language === undefined) return undefined;
    return { end: block.end, build: (reader) => readCell(block, language, argumentText, reader) };
  },
};

function readCell(block: FencedBlock, language: string, argumentText: string, reader: BlockReader): RootContent[] {
  const { options, body } = readOptions(block.body, argumentText);
  if (/^(?:false|F)$/i.test(options.get("include") ?? "")) return [];
  const [first] = block.lines;
  if (!first) return [];
  const label = options.get("label");
  const id = label === undefined ? undefined : safeId(label);
  // The text of an engine that runs nothing.
  if (language === "asis") return /^(?:false|F)$/i.test(options.get("echo") ?? "") ? [] : reader.blocks(body);
  if (isDiagram(language)) return [diagramNode({ body, lines: block.lines }, language, id, options)];
  const code = codeNode({ body, lines: block.lines }, language.toLowerCase());
  const callout = calloutName(language);
  if (callout !== undefined) {
    // A theorem of bookdown.
    const title = options.get("name");
    const named = title === undefined ? [] : reader.inline([{ ...first, text: title }]);
    const attributes = { id, class: boxClass(language) };
    return [directiveNode(callout, named, reader.blocks(body), block.lines, attributes)];
  }
  const hint = "Copy their printed output, and pictures of their plots, into the text.";
  reader.report(
    "syntaxUnknown",
    first.line,
    "Code cells are not run: their code is printed, their output is not.",
    hint,
  );
  const caption = options.get("fig-cap") ?? options.get("tbl-cap") ?? options.get("lst-cap");
  if (caption === undefined) return [code];
  const kind = options.has("tbl-cap") ? "table" : "figure";
  return [directiveNode(kind, reader.inline([{ ...first, text: caption }]), [code], block.lines, { id })];
}

/** Parses `{r label, fig.cap="…"}` and lines of `#| key: value`. */
function readOptions(
  lines: readonly BlockLine[],
  argumentText: string,
): { options: Map<string, string>; body: BlockLine[] } {
  const { positional, named } = readArguments(argumentText.replaceAll(",", " "));
  const options = new Map([...named].map(([key, value]) => [key.replaceAll(".", "-"), value]));
  if (positional[0] !== undefined && !options.has("label")) options.set("label", positional[0]);
  let index = 0;
  for (; index < lines.length && goesOn.test(lines[index]?.text ?? ""); index += 1) {
    const [, key, value = ""] = option.exec(lines[index]?.text ?? "") ?? [];
    if (key !== undefined) options.set(key.replaceAll(".", "-"), value.trim().replace(/^"(.*)"$|^'(.*)'$/, "$1$2"));
  }
  return { options, body: lines.slice(index) };
}
