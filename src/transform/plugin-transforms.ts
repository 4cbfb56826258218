import type { Nodes as Hast } from "hast";
import type { Nodes as Mdast } from "mdast";
import { type Pluggable, unified } from "unified";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { pluginFault, pluginReporter } from "../diagnostics/plugin-report.ts";
import { bounded } from "../model/plugin/bounded.ts";
import { guarded } from "../model/plugin/plugin-error.ts";
import { beginWork } from "../model/plugin/work-in-progress.ts";
import { requireNodes } from "../model/plugin/require-nodes.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import { fromPlugins } from "../model/plugin/scope.ts";
import type { ArticleContext, PluginTransform } from "../model/plugin/transform.ts";
import type { HtmlArticle, MarkdownArticle } from "./article.ts";
import type { SlowTransform, Transform } from "../model/transform.ts";
import { sanitise } from "./to-hast.ts";

type FileMessage = ReturnType<ReturnType<typeof unified>["processSync"]>["messages"][number];

type Article = MarkdownArticle | HtmlArticle;

/** Inserts the plug-ins' steps among those of an article's mdast. */
export function withMarkdownPlugins(list: readonly Transform<MarkdownArticle>[]): SlowTransform<MarkdownArticle>[] {
  return place(list, "mdast", (plugin, transform) => async (article) => {
    const children = await runOn(plugin, transform, article.tree, article);
    if (children) article.tree.children = children;
  });
}

/**
 * Inserts the plug-ins' steps among those of an article's hast. The result of each is sanitised immediately, before any
 * other step: no plug-in can let an author's HTML through by accident.
 */
export function withHtmlPlugins(list: readonly Transform<HtmlArticle>[]): SlowTransform<HtmlArticle>[] {
  return place(list, "hast", (plugin, transform) => async (article) => {
    for (const tree of [article.body, article.footnotes]) {
      const children = await runOn(plugin, transform, tree, article);
      if (children) tree.children = sanitise({ type: "root", children }, article.report).children;
    }
  });
}

type Bind<State> = (plugin: Plugin, transform: PluginTransform) => SlowTransform<State>["run"];

function place<State>(
  list: readonly Transform<State>[],
  on: PluginTransform["on"],
  bind: Bind<State>,
): SlowTransform<State>[] {
  const transforms = fromPlugins("transforms").filter(({ item }) => item.on === on);
  const step = ({ plugin, item }: (typeof transforms)[number]): SlowTransform<State> => ({
    name: `${plugin.name}: ${item.name}`,
    why: "The configuration says where it stands.",
    run: bind(plugin, item),
  });
  return list.flatMap((transform) => [
    ...transforms.filter(({ item }) => item.before === transform.name).map(step),
    transform,
    ...transforms.filter(({ item }) => item.after === transform.name).map(step),
  ]);
}

/** Returns the children after a plug-in's step; undefined where it fails, which is reported. */
async function runOn<Tree extends (Mdast | Hast) & { children: unknown[] }>(
  plugin: Plugin,
  transform: PluginTransform,
  tree: Tree,
  article: Article,
): Promise<Tree["children"] | undefined> {
  const { source, diagnostics, input } = article;
  const report = pluginReporter(source, diagnostics)(plugin);
  const context = { path: input.file.shown, text: source.text, language: input.language, report };
  const step = `its step "${transform.name}"`;
  let left: Partial<Tree>;
  const end = beginWork(plugin, step);
  try {
    const { run, use } = transform;
    const work = run as ((tree: Tree, context: ArticleContext) => unknown) | undefined;
    const made = await bounded(() => (work ? work(tree, context) : runUnified(use, tree, plugin, context, article)));
    left = made ?? tree;
    if (!Array.isArray(left.children)) throw new Error("What it gives back is no tree.");
  } catch (error) {
    diagnostics.push(pluginFault(plugin, step, error, { file: input.file.shown }));
    return undefined;
  } finally {
    end();
  }
  // No later step can work on such a tree.
  guarded(plugin, step, requireNodes)(left.children, "it leaves");
  return left.children;
}

/**
 * Runs unified plug-ins. Messages of the file (https://github.com/vfile/vfile-message) are reported under the rule that
 * they name, if it exists.
 */
function runUnified(
  use: PluginTransform["use"],
  tree: Mdast | Hast,
  plugin: Plugin,
  { path, text, report }: ArticleContext,
  { diagnostics, source }: Article,
): Promise<unknown> {
  const say = ({ ruleId, reason, place: at, note }: FileMessage): void => {
    const position = at && ("start" in at ? at : { start: at, end: at });
    if (ruleId !== undefined && plugin.rules && Object.hasOwn(plugin.rules, ruleId)) {
      report(ruleId, { position }, reason, note);
      return;
    }
    const { file, position: inFile } = source.locate(position);
    const message = `${plugin.name}: ${reason}${ruleId === undefined ? "" : ` (${ruleId})`}`;
    diagnostics.push(diagnostic("pluginMessage", message, note, { file: file.shown, position: inFile }));
  };
  return new Promise((resolve, reject) => {
    const processor = unified().use([use] as unknown as Pluggable[]);
    processor.run(tree, { path, value: text }, (error, made, file) => {
      for (const message of file?.messages ?? []) say(message);
      if (error) reject(error);
      else resolve(made);
    });
  });
}
