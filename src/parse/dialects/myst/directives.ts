import type { Image, Paragraph, PhrasingContent, RootContent } from "mdast";
import { type BlockDialect, type BlockLine, type BlockReader, isBlankLine, placeOf } from "../block.ts";
import { diagramNode } from "../blocks/diagram-node.ts";
import { mathNode, readRaw } from "../blocks/code-fences.ts";
import { codeNode } from "../blocks/code-node.ts";
import { boxClass, calloutName } from "../callouts.ts";
import { columnsClass } from "../layout.ts";
import { directiveNode, elementNode } from "../nodes.ts";
import { asDefinitions } from "./as-definitions.ts";
import { type MystDirective, readDirective, readGated } from "./directive.ts";
import { csvTable, listTable } from "./tables.ts";

type Build = (directive: MystDirective, reader: BlockReader) => RootContent[];

/** Directives of MyST and Sphinx (https://mystmd.org/guide/directives) and what they become. */
export const mystDirectives: BlockDialect = {
  name: "MyST directives ({note}, {figure}, {list-table})",
  inItems: true,
  at(lines, index) {
    const directive = readGated(lines, index) ?? readDirective(lines, index);
    const build = directive && builderFor(directive);
    return build && { end: directive.end, build: (reader) => build(directive, reader) };
  },
};

const nothing: Build = () => [];
const content: Build = ({ argument: first, body }, reader) =>
  reader.blocks(isBlankLine(first) ? body : [first, { ...first, text: "" }, ...body]);
const titled: Build = ({ argument, body, lines }, reader) => [
  ...(isBlankLine(argument) ? [] : [title(argument, reader, lines)]),
  ...reader.blocks(body),
];

function title(argument: BlockLine, reader: BlockReader, lines: readonly BlockLine[]): Paragraph {
  const place = placeOf(lines.slice(0, 1));
  return { type: "paragraph", children: [{ type: "strong", children: reader.inline([argument]), ...place }], ...place };
}

function box(
  kind: string,
  name: string,
  { argument, body, lines, id }: MystDirective,
  reader: BlockReader,
): RootContent {
  return directiveNode(kind, reader.inline([argument]), reader.blocks(body), lines, { id, class: boxClass(name) });
}

const versions: Readonly<Record<string, string>> = {
  versionadded: "Added in version",
  versionchanged: "Changed in version",
  deprecated: "Deprecated since version",
};

const image = ({ argument, options, lines }: MystDirective): Image => {
  const width = /^\d+(?:px|%)?$/.exec(options.get("width") ?? "")?.[0];
  return {
    type: "image",
    url: argument.text.trim(),
    alt: options.get("alt") ?? "",
    data: { hProperties: width === undefined ? {} : { width } },
    ...placeOf(lines),
  };
};

const alone = (node: PhrasingContent, lines: readonly BlockLine[]): Paragraph => ({
  type: "paragraph",
  children: [node],
  ...placeOf(lines),
});

/** Builds a figure; the first paragraph is its caption, the others its legend. */
const figure: Build = (directive, reader) => {
  const { argument, body, lines, id } = directive;
  const blocks = reader.blocks(body);
  const picture = isBlankLine(argument) ? [] : [alone(image(directive), lines)];
  // Below several images without a named one, the last paragraph is the caption.
  const isBelow = picture.length === 0 && blocks.length > 1;
  const caption = blocks.at(isBelow ? -1 : 0);
  if (caption?.type !== "paragraph") return [directiveNode("figure", [], [...picture, ...blocks], lines, { id })];
  const rest = blocks.filter((block) => block !== caption);
  return [directiveNode("figure", caption.children, [...picture, ...rest], lines, { id })];
};

const code: Build = (directive, reader) => {
  const { argument, options, lines, id } = directive;
  const node = codeNode(directive, argument.text.trim().split(/\s+/)[0] || undefined);
  const caption = options.get("caption");
  if (caption === undefined) return [node];
  return [directiveNode("figure", reader.inline([{ ...argument, text: caption }]), [node], lines, { id })];
};

/** Builds a link to content that is shown elsewhere. */
const link: Build = ({ argument, lines }) => {
  const url = argument.text.trim();
  return [alone({ type: "link", url, children: [{ type: "text", value: url }], ...placeOf(lines) }, lines)];
};

const builders: Readonly<Record<string, Build>> = {
  ...Object.fromEntries(
    "toctree tableofcontents contents bibliography listing index highlight default-role only tags meta sectionauthor codeauthor"
      .split(" ")
      .map((name) => [name, nothing]),
  ),
  ...Object.fromEntries(
    "div tab-set tabs card-carousel container hlist centered compound rst-class margin-text"
      .split(" ")
      .map((name) => [name, content]),
  ),
  ...Object.fromEntries("tab-item tab rubric".split(" ").map((name) => [name, titled])),
  ...Object.fromEntries(
    "epigraph highlights pull-quote blockquote"
      .split(" ")
      .map((name): [string, Build] => [
        name,
        ({ body, lines }, reader) => [elementNode("blockquote", reader.blocks(body), lines)],
      ]),
  ),
  ...Object.fromEntries(["iframe", "embed", "video", "audio", "youtube", "literalinclude"].map((name) => [name, link])),
  ...Object.fromEntries(
    ["code-block", "code", "sourcecode", "code-cell", "parsed-literal"].map((name) => [name, code]),
  ),
  ...Object.fromEntries(
    Object.entries(versions).map(([name, words]): [string, Build] => [
      name,
      ({ argument, body, lines }, reader) => {
        const [, version = "", rest = ""] = /^(\S*)[ \t]*(.*)$/.exec(argument.text) ?? [];
        const label = reader.inline([{ ...argument, text: `${words} ${version}` }]);
        return [directiveNode("note", label, reader.blocks([{ ...argument, text: rest }, ...body]), lines)];
      },
    ]),
  ),
  // Its argument is the number of columns, starting with that for narrow screens.
  grid: ({ argument, body, lines }, reader) => {
    const columns = columnsClass(argument.text.trim().split(/\s+/).at(-1) ?? "");
    return [elementNode("div", reader.blocks(body), lines, columns === "" ? {} : { className: [columns] })];
  },
  ...Object.fromEntries(
    ["grid-item", "grid-item-card", "card"].map((name): [string, Build] => [
      name,
      (directive, reader) => [elementNode("div", titled(directive, reader), directive.lines)],
    ]),
  ),
  figure,
  image: (directive) => [alone(image(directive), directive.lines)],
  math: ({ argument, body, lines, id }) => [mathNode({ body: [argument, ...body], lines }, id)],
  mermaid: (directive) => [diagramNode(directive, "mermaid", directive.id, directive.options)],
  graphviz: (directive) => [diagramNode(directive, "dot", directive.id, directive.options)],
  table: ({ argument, body, lines, id }, reader) => [
    directiveNode("table", reader.inline([argument]), reader.blocks(body), lines, { id }),
  ],
  raw: ({ argument, body, lines }, reader) => readRaw({ body, lines }, argument.text.trim(), reader),
  // Its argument is the name of its exercise.
  solution: (directive, reader) => [
    box("note", "solution", { ...directive, argument: { ...directive.argument, text: "" } }, reader),
  ],
  "list-table": listTable,
  "csv-table": csvTable,
  include: ({ argument, lines }) => [
    {
      type: "leafDirective",
      name: "include",
      attributes: { file: argument.text.trim() },
      children: [],
      ...placeOf(lines),
    },
  ],
  glossary: ({ body }, reader) => reader.blocks(asDefinitions(body)),
  admonition: (directive, reader) => [
    box(calloutName(directive.options.get("class")?.split(/\s+/)[0] ?? "") ?? "note", "", directive, reader),
  ],
  dropdown: (directive, reader) => [box("note", "details", directive, reader)],
  aside: (directive, reader) => [box("note", "", directive, reader)],
  margin: (directive, reader) => [box("note", "", directive, reader)],
  sidebar: (directive, reader) => [box("note", "", directive, reader)],
  topic: (directive, reader) => [box("note", "", directive, reader)],
};

function builderFor(directive: MystDirective): Build | undefined {
  const { name, marks, lines } = directive;
  if (name.endsWith("-end")) return nothing;
  const known = Object.hasOwn(builders, name) ? builders[name] : undefined;
  if (known) return known;
  const kind = calloutName(name);
  if (kind !== undefined) return (own, reader) => [box(kind, name, own, reader)];
  const [, inDomain] = /^prf:([a-z]+)$/.exec(name) ?? [];
  const proven = inDomain === undefined ? undefined : calloutName(inDomain);
  if (proven !== undefined) return (own, reader) => [box(proven, inDomain ?? "", own, reader)];
  // A language in braces is a cell of Quarto or R Markdown; anything else after colons is text.
  if (!marks.startsWith(":") && !/[:-]/.test(name)) return undefined;
  return (own, reader) => {
    const message = `The MyST directive {${name}} is not known; its content is kept.`;
    reader.report("syntaxUnknown", lines[0]?.line ?? 1, message, "Write the text of it, or a directive of Offprint.");
    return content(own, reader);
  };
}
