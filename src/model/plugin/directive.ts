import type { Nodes, PhrasingContent, RootContent } from "mdast";
import type { PluginReport } from "./rule.ts";
import type { OutputOf, StandardSchema } from "./standard-schema.ts";

/** The attributes of a directive, each with its schema. */
export type PluginAttributes = Readonly<Record<string, StandardSchema>>;

/** Attributes of an HTML element, by the names of hast: `className`, `ariaLabel`. */
export type ElementProperties = Readonly<Record<string, string | readonly string[]>>;

/** A directive as it stands in a text. */
export interface DirectiveCall<Shape extends PluginAttributes = PluginAttributes> {
  /** Its attributes, as their schemas give them. */
  readonly attributes: { readonly [Key in keyof Shape]: OutputOf<Shape[Key]> };
  /** `id`, `class`, `lang` and the others that any element may have. */
  readonly properties: ElementProperties;
  /** The words in its brackets. */
  readonly label: PhrasingContent[];
  /** What stands between the colons of a block. */
  readonly children: RootContent[];
  /** BCP 47. */
  readonly language: string;
  /** An HTML element; it is sanitised like all HTML of an article. */
  readonly element: (
    name: string,
    properties: ElementProperties,
    children: readonly (RootContent | PhrasingContent)[],
  ) => RootContent & PhrasingContent;
  /** Says that a rule of the plug-in does not hold. */
  readonly report: PluginReport;
  /** The directive itself, for `report`. */
  readonly node: Nodes;
}

/**
 * `:::name` (a block), `::name` (a leaf) or `:name[words]` (a role in a line of text) and what it becomes. A form that it
 * does not have is not known by this name.
 */
export interface PluginDirective<Shape extends PluginAttributes = PluginAttributes> {
  /** What an author writes behind the colons. */
  readonly name: string;
  /** Its own attributes, each with a schema that takes a text, or `undefined` for none. */
  readonly attributes?: Shape;
  /** What `:::name` with its content becomes. */
  block?(this: void, call: DirectiveCall<Shape>): readonly RootContent[];
  /** What `::name` becomes. */
  leaf?(this: void, call: DirectiveCall<Shape>): readonly RootContent[];
  /** What `:name[…]` within a line becomes. */
  role?(this: void, call: DirectiveCall<Shape>): readonly PhrasingContent[];
}
