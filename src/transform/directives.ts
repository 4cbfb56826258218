import type { PhrasingContent, Root, RootContent } from "mdast";
import type { ContainerDirective, Directives, LeafDirective, TextDirective } from "mdast-util-directive";
import { SKIP, visit } from "../model/visit.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Report } from "../diagnostics/report.ts";
import type { Directive, DirectiveContext } from "../directives/directive.ts";
import { directives } from "../directives/directives.ts";
import { div } from "../directives/definitions/div.ts";
import { at, element } from "../directives/parts.ts";
import { trackMessages } from "./block-languages.ts";
import { becomeByPlugin, type PluginDirectives, pluginDirectivesFor } from "./plugin-directives.ts";
import { readAttributes } from "../directives/read-attributes.ts";

const forms = {
  containerDirective: { key: "container", marks: ":::" },
  leafDirective: { key: "leaf", marks: "::" },
  textDirective: { key: "text", marks: ":" },
} as const;

/**
 * Resolves directives. An unknown `:::name` keeps its content; an unknown `::name` or `:name` becomes text again, so
 * that "a:b" is plain text.
 */
export function resolveDirectives(
  tree: Root,
  source: string,
  context: DirectiveContext,
  plugins?: PluginDirectives,
): void {
  const { report } = context;
  const messagesAround = trackMessages(context.words);
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const words = messagesAround(node, parent);
    if (!(node.type in forms)) return undefined;
    const written = node as Directives;
    if (written.type === "containerDirective") checkClosed(written, source, report);
    const added = plugins && becomeByPlugin(written, plugins);
    const made = added
      ? (added.content ?? asContent(written, source, () => undefined))
      : (become(written, { ...context, words }) ?? keep(written, source, report));
    (parent as Root).children.splice(index, 1, ...(made as RootContent[]));
    // The replacement is visited too, because it may contain directives.
    return [SKIP, index];
  });
}

/** Resolves a directive; undefined where none of this form has the name. */
function become(node: Directives, context: DirectiveContext): (RootContent | PhrasingContent)[] | undefined {
  const known = knownAs(node).find(({ name }) => name === node.name);
  if (!known) return undefined;
  const use = { ...context, ...readAttributes(known, node, context.report) };
  if (node.type === "containerDirective") return known.container?.(node, use);
  return node.type === "leafDirective" ? known.leaf?.(node, use) : known.text?.(node, use);
}

/** Returns the known directives of the same form. */
function knownAs({ type }: Directives): readonly Directive[] {
  return directives.filter((directive) => directive[forms[type].key] !== undefined);
}

function keep(node: Directives, source: string, report: Report): (RootContent | PhrasingContent)[] {
  // Without a label it is a plain colon, not a mistake.
  if (node.type !== "textDirective" || node.children.length > 0) reportUnknown(node, report);
  return asContent(node, source, report);
}

/** Returns the content of an unknown directive, or its source text. */
function asContent(node: Directives, source: string, report: Report): (RootContent | PhrasingContent)[] {
  if (node.type === "textDirective") return asWritten(node, source);
  if (node.type === "leafDirective") return [{ type: "paragraph", children: asWritten(node, source), ...at(node) }];
  const { properties } = readAttributes(div, node, report);
  return [element(node, "div", properties, node.children)];
}

function checkClosed(node: ContainerDirective, source: string, report: Report): void {
  if ((node.data as { isComplete?: boolean } | undefined)?.isComplete) return;
  const written = source.slice(node.position?.start.offset, node.position?.end.offset);
  if (/\n.*:::+[ \t]*$/.test(written)) return;
  const message = `This ":::${node.name}" is not closed, so it contains everything that follows.`;
  report("directiveClosed", node, message, 'End it with a line of just ":::".');
}

/** Returns the directive's source as text, around the content of its label. */
function asWritten(node: LeafDirective | TextDirective, source: string): PhrasingContent[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const first = node.children[0]?.position?.start.offset ?? end;
  const last = node.children.at(-1)?.position?.end.offset ?? end;
  const pieces = [
    { type: "text" as const, value: source.slice(start, first), ...at(node) },
    ...node.children,
    { type: "text" as const, value: source.slice(last, end) },
  ];
  return pieces.filter((piece) => piece.type !== "text" || piece.value !== "");
}

function reportUnknown(node: Directives, report: Report): void {
  const names = [...knownAs(node), ...pluginDirectivesFor(node).map(({ item }) => item)].map(({ name }) => name);
  const all = Object.values(forms).flatMap(({ key, marks }) =>
    directives.flatMap((directive) => (directive[key] === undefined ? [] : [`${marks}${directive.name}`])),
  );
  const message = `"${forms[node.type].marks}${node.name}" is not a known directive; its content is kept as it is.`;
  report("directiveKnown", node, message, didYouMean(node.name, names) ?? `Known: ${all.join(", ")}.`);
}
