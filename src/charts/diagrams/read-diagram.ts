import type { Code } from "mdast";
import type { Diagram } from "./diagram.ts";
import { diagramLanguages } from "./diagram.ts";

/** An author's texts for a diagram. */
export interface DiagramText {
  readonly caption?: string | undefined;
  readonly alt?: string | undefined;
  readonly id?: string | undefined;
}

/** What a dialect read beside the fence; `line` is where the source begins. */
interface CodeData {
  readonly diagram?: DiagramText & { readonly line?: number };
}

/** Comment lines with options (https://quarto.org/docs/authoring/diagrams.html#cross-references). */
const option = /^[ \t]*(?:%%|\/\/)\|[ \t]*([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/;

const names: Readonly<Record<string, keyof DiagramText>> = {
  caption: "caption",
  "fig-cap": "caption",
  alt: "alt",
  "fig-alt": "alt",
  label: "id",
  id: "id",
};

/**
 * Returns the source of a fenced block and its texts: beside the fence, in comments, and in the diagram's own syntax.
 */
export function readDiagram(node: Code, file: string): { diagram: Diagram; text: DiagramText } {
  const { diagram: beside = {} } = (node.data ?? {}) as CodeData;
  const language = diagramLanguages.get(node.lang ?? "") ?? "dot";
  const line = beside.line ?? (node.position?.start.line ?? 0) + 1;
  const { line: _line, ...settings } = beside;
  const text = { ...ownText(node.value, language), ...inComments(node.value), ...known(settings) };
  return { diagram: { language, source: node.value, file, line }, text };
}

function inComments(source: string): DiagramText {
  const text: Partial<Record<keyof DiagramText, string>> = {};
  for (const line of source.split("\n")) {
    const [, key = "", value = ""] = option.exec(line) ?? [];
    const name = Object.hasOwn(names, key) ? names[key] : undefined;
    if (name !== undefined && value !== "") text[name] = value.replace(/^"(.*)"$|^'(.*)'$/, "$1$2");
  }
  return text;
}

/** Reads Mermaid's texts for screen readers (https://mermaid.js.org/config/accessibility.html). */
function ownText(source: string, language: Diagram["language"]): DiagramText {
  if (language !== "mermaid") return {};
  const [, title] = /^[ \t]*accTitle[ \t]*:[ \t]*(.+)$/m.exec(source) ?? [];
  const [, line, block] = /^[ \t]*accDescr[ \t]*(?::[ \t]*(.+)|\{([^}]*)\})/m.exec(source) ?? [];
  const alt = [title, line ?? block]
    .filter((text) => text !== undefined)
    .map((text) => text.replaceAll(/\s+/g, " ").trim());
  const joined = alt
    .map((text, index) => (index < alt.length - 1 && !/\p{P}$/u.test(text) ? `${text}.` : text))
    .join(" ");
  return joined === "" ? {} : { alt: joined };
}

function known(text: DiagramText): DiagramText {
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined && value !== ""));
}
