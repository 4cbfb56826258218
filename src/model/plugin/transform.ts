import type { Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import type { PluginReport } from "./rule.ts";

/** A plug-in for unified, as `unified().use()` takes it. */
export type UnifiedPlugin = (this: never, ...options: never[]) => unknown;

/** What a transform of a plug-in knows of the article. */
export interface ArticleContext<Rule extends string = string> {
  /** The file, as its author names it. */
  readonly path: string;
  /** The text that the positions of the tree count in. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Says that a rule of the plug-in does not hold. */
  readonly report: PluginReport<Rule>;
}

/** Where among the named steps it runs: one of the two. `offprint.config.ts` is checked for names that are none. */
export type StepPlace =
  { readonly before: string; readonly after?: never } | { readonly after: string; readonly before?: never };

/** What runs: plug-ins of unified, or a function that changes the tree, or gives another. */
export type TransformWork<Tree, Rule extends string> =
  | { readonly use: UnifiedPlugin | readonly [UnifiedPlugin, ...unknown[]]; readonly run?: never }
  | {
      readonly run: (tree: Tree, context: ArticleContext<Rule>) => Tree | void | Promise<Tree | void>;
      readonly use?: never;
    };

/** A step of a plug-in on the article's Markdown (mdast) or on its HTML (hast). */
export type PluginTransform<Rule extends string = string> = StepPlace & { readonly name: string } & (
    | ({ readonly on: "mdast" } & TransformWork<MdastRoot, Rule>)
    | ({ readonly on: "hast" } & TransformWork<HastRoot, Rule>)
  );
