import type { Code, RootContent } from "mdast";
import type { Math as FormulaBlock } from "mdast-util-math";
import { restOf, type BlockDialect, type BlockReader, placeOf } from "../block.ts";
import { boxClass, calloutName } from "../callouts.ts";
import { directiveNode } from "../nodes.ts";
import { readPandocAttributes } from "../pandoc-attributes.ts";
import { readArguments } from "../sites/arguments.ts";
import { codeNode } from "./code-node.ts";
import { diagramNode, isDiagram } from "./diagram-node.ts";
import { type FencedBlock, fencedBlock, textOf } from "./fenced-block.ts";

type Read = (block: FencedBlock, reader: BlockReader) => RootContent[];

/** Fences with more than a language in their first line: formulas, raw blocks, boxes, attributes, highlighted lines. */
export const codeFences: BlockDialect = {
  name: "fenced blocks (GitHub, pandoc, Docusaurus, mdBook, javascript.info)",
  at(lines, index) {
    const block = fencedBlock(lines, index);
    if (!block || block.marks.startsWith(":")) return undefined;
    const read = readerFor(block.info);
    return read && { end: block.end, build: (reader) => read(block, reader) };
  },
};

function readerFor(info: string): Read | undefined {
  const [, format] = /^\{=(\w+)\}$/.exec(info) ?? [];
  if (format !== undefined) return (block, reader) => readRaw(block, format, reader);
  const [, kind, rest = ""] = /^(?:admonish|ad-)[ \t]*([\w-]*)(.*)$/.exec(info) ?? [];
  if (kind !== undefined) return (block, reader) => readBox(block, kind, rest, reader);
  const [, box, title] = /^(smart|warn|compare)(?:[ \t]+header="(.*)")?$/.exec(info) ?? [];
  if (box !== undefined)
    return (block, reader) => readSiteBox(block, box === "warn" ? "warning" : "note", title, reader);
  const [, inner] = /^\{[ \t]*((?:[.#][\w-]|[\w-]+=).*)\}$/.exec(info) ?? [];
  if (inner !== undefined) return (block, reader) => readAttributes(block, inner, reader);
  const [, language, more = ""] = /^([\w+#-]+)((?:,|[ \t]*\{|[ \t]+\w+=).*)$/.exec(info) ?? [];
  if (language !== undefined && isDiagram(language)) {
    const { id, values } = readPandocAttributes(more);
    return (block) => [diagramNode(block, language, id, values)];
  }
  if (language !== undefined && language !== "math")
    return (block) => withTitle(codeNode(block, language), readArguments(more).named.get("title"), block);
  return undefined;
}

export function mathNode(block: Pick<FencedBlock, "body" | "lines">, id?: string): FormulaBlock {
  const meta = id ?? null;
  const data: object = { formulaClosed: true };
  return { type: "math", value: textOf(block.body).trim(), meta, data, ...placeOf(block.lines) };
}

/** Puts the file name above its code. */
function withTitle(code: Code, title: string | undefined, { lines }: FencedBlock): RootContent[] {
  if (title === undefined) return [code];
  const place = placeOf(lines.slice(0, 1));
  return [{ type: "paragraph", children: [{ type: "inlineCode", value: title, ...place }], ...place }, code];
}

/** Reads a raw block, which is for one format alone. */
export function readRaw(
  { body, lines }: Pick<FencedBlock, "body" | "lines">,
  format: string,
  reader: BlockReader,
): RootContent[] {
  if (/^html\d?$/.test(format)) return [{ type: "html", value: textOf(body), ...placeOf(lines) }];
  if (/^(?:markdown|md)$/.test(format)) return reader.blocks(body);
  const message = `Blocks of raw ${format} are left out.`;
  reader.report("syntaxUnknown", lines[0]?.line ?? 1, message, "They are for another program; write Markdown.");
  return [];
}

function readBox({ body, lines }: FencedBlock, kind: string, rest: string, reader: BlockReader): RootContent[] {
  const own = body.findIndex(({ text }) => !/^(?:title|collapse|icon|color):/.test(text));
  const written = body.slice(0, Math.max(0, own)).find(({ text }) => text.startsWith("title:"));
  const title = written?.text.slice("title:".length).trim() ?? readArguments(rest).named.get("title");
  const label = title === undefined ? [] : [{ type: "text" as const, value: title, ...placeOf(lines.slice(0, 1)) }];
  const content = reader.blocks(body.slice(Math.max(0, own)));
  return [directiveNode(calloutName(kind) ?? "note", label, content, lines, { class: boxClass(kind) })];
}

/** Reads a box of javascript.info with a Markdown title. */
function readSiteBox(block: FencedBlock, name: string, title: string | undefined, reader: BlockReader): RootContent[] {
  const [first] = block.lines;
  const start = block.indentation + block.marks.length + block.info.indexOf('"') + 1;
  const text = title?.replaceAll(String.raw`\"`, '"') ?? "";
  const label = first && text !== "" ? reader.inline([{ ...restOf(first, start), text }]) : [];
  return [directiveNode(name, label, reader.blocks(block.body), block.lines)];
}

/** Reads `{.python #lst caption="…"}`; the first class is the language. */
function readAttributes(block: FencedBlock, inner: string, reader: BlockReader): RootContent[] {
  const { id, classes, values } = readPandocAttributes(inner);
  if (isDiagram(classes[0] ?? "")) return [diagramNode(block, classes[0] ?? "", id, values)];
  const code = codeNode(
    block,
    classes.find((name) => !/^(?:number-?lines|line-?numbers|cell-code)$/i.test(name)),
  );
  const caption = values.get("caption") ?? values.get("lst-cap");
  const [first] = block.lines;
  if (caption === undefined || !first) return withTitle(code, values.get("filename") ?? values.get("title"), block);
  return [directiveNode("figure", reader.inline([{ ...first, text: caption }]), [code], block.lines, { id })];
}
