import type { Nodes, PhrasingContent, RootContent } from "mdast";
import type { PluginReport } from "./rule.ts";
import type { OutputOf, StandardSchema } from "./standard-schema.ts";

/** Attributes of a directive, each with its schema. */
export type PluginAttributes = Readonly<Record<string, StandardSchema>>;

/** Attributes of an HTML element by their hast names: `className`, `ariaLabel`. */
export type ElementProperties = Readonly<Record<string, string | readonly string[]>>;

/** A directive in a text. */
export interface DirectiveCall<Shape extends PluginAttributes = PluginAttributes> {
  /** Its own attributes, parsed by their schemas. */
  readonly attributes: { readonly [Key in keyof Shape]: OutputOf<Shape[Key]> };
  /** `id`, `class`, `lang` and other attributes that any element may have. */
  readonly properties: ElementProperties;
  /** Content of the brackets. */
  readonly label: PhrasingContent[];
  /** Content of a block directive. */
  readonly children: RootContent[];
  /** BCP 47. */
  readonly language: string;
  /** Creates an HTML element; it is sanitised like all HTML of an article. */
  readonly element: (
    name: string,
    properties: ElementProperties,
    children: readonly (RootContent | PhrasingContent)[],
  ) => RootContent & PhrasingContent;
  /** Reports a violation of a rule of the plug-in. */
  readonly report: PluginReport;
  /** The directive node, for `report`. */
  readonly node: Nodes;
}

/**
 * A directive `:::name` (block), `::name` (leaf) or `:name[words]` (role in a line of text) and what it becomes. Forms
 * that it does not define are unknown directives.
 */
export interface PluginDirective<Shape extends PluginAttributes = PluginAttributes> {
  /** Name that authors write after the colons. */
  readonly name: string;
  /** Its own attributes, each with a schema that takes a string, or `undefined` if absent. */
  readonly attributes?: Shape;
  /** Returns what `:::name` with its content becomes. */
  block?(this: void, call: DirectiveCall<Shape>): readonly RootContent[];
  /** Returns what `::name` becomes. */
  leaf?(this: void, call: DirectiveCall<Shape>): readonly RootContent[];
  /** Returns what `:name[…]` within a line becomes. */
  role?(this: void, call: DirectiveCall<Shape>): readonly PhrasingContent[];
}
