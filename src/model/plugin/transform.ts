import type { Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import type { PluginReport } from "./rule.ts";

/** A unified plug-in, as `unified().use()` takes it. */
export type UnifiedPlugin = (this: never, ...options: never[]) => unknown;

/** What a plug-in's transform knows about the article. */
export interface ArticleContext<Rule extends string = string> {
  /** Path as shown to the user. */
  readonly path: string;
  /** The text that positions in the tree refer to. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Reports a violation of a rule of the plug-in. */
  readonly report: PluginReport<Rule>;
}

/** Where it runs among the named steps: one of the two. Unknown step names in `offprint.config.ts` are reported. */
export type StepPlace =
  { readonly before: string; readonly after?: never } | { readonly after: string; readonly before?: never };

/** Unified plug-ins, or a function that changes the tree or returns another. */
export type TransformWork<Tree, Rule extends string> =
  | { readonly use: UnifiedPlugin | readonly [UnifiedPlugin, ...unknown[]]; readonly run?: never }
  | {
      readonly run: (tree: Tree, context: ArticleContext<Rule>) => Tree | void | Promise<Tree | void>;
      readonly use?: never;
    };

/** A plug-in's step on the Markdown (mdast) or HTML (hast) of an article. */
export type PluginTransform<Rule extends string = string> = StepPlace & { readonly name: string } & (
    | ({ readonly on: "mdast" } & TransformWork<MdastRoot, Rule>)
    | ({ readonly on: "hast" } & TransformWork<HastRoot, Rule>)
  );
