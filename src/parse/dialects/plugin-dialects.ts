import type { PluginDialect } from "../../model/plugin/dialect.ts";
import type { Plugin } from "../../model/plugin/plugin.ts";
import { guarded } from "../../model/plugin/plugin-error.ts";
import { fromPlugins } from "../../model/plugin/scope.ts";

type OfKind<Kind extends PluginDialect["kind"]> = Extract<PluginDialect, { readonly kind: Kind }>;

/** Returns the dialects of one kind that plug-ins of this run add. Their exceptions name the plug-in. */
export function pluginDialects<Kind extends PluginDialect["kind"]>(kind: Kind): OfKind<Kind>[] {
  return fromPlugins("dialects").flatMap(({ plugin, item }) =>
    item.kind === kind ? [guard(plugin, item) as OfKind<Kind>] : [],
  );
}

function guard(plugin: Plugin, dialect: PluginDialect): PluginDialect {
  const work = `the dialect "${dialect.name}"`;
  switch (dialect.kind) {
    case "line":
    case "tree":
      return { ...dialect, read: guarded(plugin, work, dialect.read.bind(dialect) as () => never) };
    case "block":
      return {
        ...dialect,
        at: guarded(plugin, work, (...args: Parameters<typeof dialect.at>) => {
          const block = dialect.at(...args);
          return block && { ...block, build: guarded(plugin, work, block.build) };
        }),
      };
    case "syntax":
      return dialect;
  }
}
