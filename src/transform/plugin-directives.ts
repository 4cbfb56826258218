import type { PhrasingContent, RootContent } from "mdast";
import type { Directives } from "mdast-util-directive";
import type { PluginReporter } from "../diagnostics/plugin-report.ts";
import { pluginFault } from "../diagnostics/plugin-report.ts";
import type { Report } from "../diagnostics/report.ts";
import { element, splitLabel } from "../directives/parts.ts";
import { carriedProperties } from "../directives/read-attributes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { DirectiveCall, PluginAttributes, PluginDirective } from "../model/plugin/directive.ts";
import { bounded } from "../model/plugin/bounded.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import { requireNodes } from "../model/plugin/require-nodes.ts";
import { fromPlugins } from "../model/plugin/scope.ts";

/** What directives of plug-ins work with. */
export interface PluginDirectives {
  readonly language: string;
  readonly report: Report;
  readonly reporter: PluginReporter;
  readonly diagnostics: Diagnostic[];
  /** File, as shown to the user. */
  readonly file: string;
}

const formOf = { containerDirective: "block", leafDirective: "leaf", textDirective: "role" } as const;

/** Returns the directives of this run's plug-ins that have the form of a node. */
export function pluginDirectivesFor({ type }: Directives): { plugin: Plugin; item: PluginDirective }[] {
  return fromPlugins("directives").filter(({ item }) => item[formOf[type]] !== undefined);
}

/**
 * Resolves a directive with a plug-in: undefined where none has its name. The content is `undefined` where an attribute
 * is invalid or the plug-in failed, which is reported.
 */
export function becomeByPlugin(
  node: Directives,
  context: PluginDirectives,
): { readonly content: readonly (RootContent | PhrasingContent)[] | undefined } | undefined {
  const found = pluginDirectivesFor(node).find(({ item }) => item.name === node.name);
  if (!found) return undefined;
  const { plugin, item } = found;
  try {
    const attributes = bounded(() => readStandard(item.attributes ?? {}, node, context.report));
    const call = attributes && callOf(node, item, attributes, context, plugin);
    const content = call && bounded(() => item[formOf[node.type]]?.(call));
    if (call) requireNodes(content);
    return { content };
  } catch (error) {
    const { diagnostics, file } = context;
    const position = node.position && { position: node.position };
    diagnostics.push(pluginFault(plugin, `the directive "${item.name}"`, error, { file, ...position }));
    return { content: undefined };
  }
}

function callOf(
  node: Directives,
  item: PluginDirective,
  attributes: Readonly<Record<string, unknown>>,
  { language, report, reporter }: PluginDirectives,
  plugin: Plugin,
): DirectiveCall {
  const { label = [], rest } =
    node.type === "containerDirective" ? splitLabel(node) : { label: node.children, rest: [] };
  const inLine = node.type === "textDirective";
  return {
    attributes,
    properties: carriedProperties(node, Object.keys(item.attributes ?? {}), report),
    label,
    children: rest,
    language,
    // The node that carries an element (see `directives/parts.ts`): an emphasis for inline content in a line, a
    // paragraph for inline content alone, a quotation for blocks.
    element: (name, properties, children) => {
      const made = element(node, name, properties, children);
      const holdsWords = children.length > 0 && children.every(({ type }) => !blocks.has(type));
      const type = inLine || phrasing.has(name) ? "emphasis" : holdsWords ? "paragraph" : made.type;
      return { ...made, type } as RootContent & PhrasingContent;
    },
    report: reporter(plugin),
    node,
  };
}

/** Inline elements (https://html.spec.whatwg.org/#phrasing-content). */
const phrasing = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var".split(" "),
);

/** Flow content of mdast, and block nodes generated here. */
const blocks = new Set(
  "blockquote code containerDirective definition footnoteDefinition heading html leafDirective list listItem paragraph table thematicBreak".split(
    " ",
  ),
);

/** Parses attributes with their schemas; undefined where one is invalid, which is reported. */
function readStandard(
  shape: PluginAttributes,
  node: Directives,
  report: Report,
): Readonly<Record<string, unknown>> | undefined {
  let isWhole = true;
  const read = Object.entries(shape).map(([name, schema]) => {
    const value = node.attributes?.[name] ?? undefined;
    const result = schema["~standard"].validate(value);
    if (result instanceof Promise) throw new Error(`The schema of "${name}" takes its time; it has to answer at once.`);
    for (const { message } of result.issues ?? []) {
      isWhole = false;
      const rule = value === undefined ? "directiveComplete" : "attributeKnown";
      report(rule, node, `The attribute "${name}" of "${node.name}": ${message}`, "Its content is kept without it.");
    }
    return [name, result.issues ? undefined : result.value] as const;
  });
  return isWhole ? Object.fromEntries(read) : undefined;
}
