import { z } from "zod";
import { explainIssue, knownKeys, meantIssues } from "../config/explain-issue.ts";
import { directives } from "../directives/directives.ts";
import type { KeyLocation } from "../config/read-yaml.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { ruleNames } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { editionNames, editions } from "../model/edition.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import { chartKinds } from "../charts/kinds.ts";
import { htmlTransforms } from "../transform/html-transforms.ts";
import { markdownTransforms } from "../transform/markdown-transforms.ts";

const work = z.custom((value) => typeof value === "function", "is not a function.");
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, "is a name of small letters, digits and hyphens.");
const use = z.union([work, z.array(z.unknown()).min(1)]);

/** Schema of a plug-in; plug-ins may come from anyone. */
const pluginShape = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  options: z.unknown().optional(),
  transforms: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        on: z.enum(["mdast", "hast"]),
        before: z.string().optional(),
        after: z.string().optional(),
        use: use.optional(),
        run: work.optional(),
      }),
    )
    .optional(),
  directives: z
    .array(
      z.strictObject({
        name,
        attributes: z.record(z.string(), z.unknown()).optional(),
        block: work.optional(),
        leaf: work.optional(),
        role: work.optional(),
      }),
    )
    .optional(),
  rules: z
    .record(
      z.string().regex(/^[a-z][A-Za-z0-9]*$/, "is not a rule name such as wordAllowed."),
      z.strictObject({
        severity: z.enum(["error", "warning", "info"]),
        description: z.string(),
        recovery: z.string().optional(),
      }),
    )
    .optional(),
  dialects: z.array(z.looseObject({ name: z.string(), kind: z.enum(["line", "block", "tree", "syntax"]) })).optional(),
  charts: z.array(z.strictObject({ kind: z.string(), mostSeries: z.int().min(1).optional(), draw: work })).optional(),
  formats: z
    .array(
      z.strictObject({
        name,
        extension: name.optional(),
        mediaType: z.string(),
        compose: work,
        write: work,
        check: work.optional(),
      }),
    )
    .optional(),
  editions: z
    .array(
      z.strictObject({
        name,
        format: z.string(),
        suffix: z.string().optional(),
        description: z.string().optional(),
        label: z.string().optional(),
        audience: z.enum(["reader", "adviser"]).optional(),
      }),
    )
    .optional(),
});

/** Reports what is wrong with the plug-ins of a configuration. */
export function checkPlugins(plugins: readonly unknown[], at: KeyLocation): Diagnostic[] {
  const shapes = plugins.flatMap((plugin, index) => checkShape(plugin, index, at));
  return shapes.length > 0 ? shapes : checkNames(plugins as readonly Plugin[], at);
}

function checkShape(plugin: unknown, index: number, at: KeyLocation): Diagnostic[] {
  const locate = (path: readonly PropertyKey[]) => at("plugins", String(index), ...path.map(String));
  const parsed = pluginShape.safeParse(plugin);
  const called = (plugin as { name?: unknown } | undefined)?.name;
  const label = typeof called === "string" ? `The plug-in "${called}"` : `Plug-in ${index + 1}`;
  return (parsed.error?.issues ?? []).flatMap(meantIssues).flatMap((issue) => {
    if (issue.code !== "unrecognized_keys")
      return [diagnostic("configShape", `${label}: ${explainIssue(issue, plugin)}`, undefined, locate(issue.path))];
    const known = knownKeys(pluginShape, issue.path);
    return issue.keys.map((key) => {
      const hint = didYouMean(key, known) ?? `Known keys: ${known.join(", ")}.`;
      const path = [...issue.path, key];
      return diagnostic("configShape", `${label}: "${path.join(".")}" is not a known key.`, hint, locate(path));
    });
  });
}

/** Checks that defined names are new and referenced names exist. */
function checkNames(plugins: readonly Plugin[], at: KeyLocation): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (plugin: Plugin, message: string, hint?: string): void =>
    void found.push(
      diagnostic(
        "configShape",
        `The plug-in "${plugin.name}": ${message}`,
        hint,
        at("plugins", String(plugins.indexOf(plugin))),
      ),
    );
  const formats = editionNames.map((edition) => editions[edition].format);
  const taken = {
    plugin: new Set<string>(),
    rule: new Set<string>(ruleNames),
    directive: new Set(directives.map((directive) => directive.name)),
    "kind of chart": new Set<string>(chartKinds),
    format: new Set<string>(formats),
    edition: new Set<string>(editionNames),
  };
  const takes = (plugin: Plugin, what: keyof typeof taken, names: readonly string[]): void => {
    for (const added of names) {
      if (taken[what].has(added)) report(plugin, `There is a ${what} "${added}" already.`, "Choose another name.");
      taken[what].add(added);
    }
  };
  for (const plugin of plugins) {
    takes(plugin, "plugin", [plugin.name]);
    takes(plugin, "rule", Object.keys(plugin.rules ?? {}));
    takes(
      plugin,
      "directive",
      (plugin.directives ?? []).map((directive) => directive.name),
    );
    takes(
      plugin,
      "kind of chart",
      (plugin.charts ?? []).map(({ kind }) => kind),
    );
    takes(
      plugin,
      "format",
      (plugin.formats ?? []).map((format) => format.name),
    );
    takes(
      plugin,
      "edition",
      (plugin.editions ?? []).map((edition) => edition.name),
    );
    for (const transform of plugin.transforms ?? []) checkPlace(transform, (...message) => report(plugin, ...message));
  }
  for (const plugin of plugins) {
    for (const { name: edition, format } of plugin.editions ?? []) {
      if (taken.format.has(format)) continue;
      report(plugin, `The edition "${edition}" has the unknown format "${format}".`, meant(format, [...taken.format]));
    }
  }
  return found;
}

type Placed = NonNullable<Plugin["transforms"]>[number];

function checkPlace(transform: Placed, report: (message: string, hint?: string) => void): void {
  const { on, before, after, use: used, run } = transform;
  const label = `its step "${transform.name}"`;
  if ((used === undefined) === (run === undefined)) report(`${label} has one of "use" and "run".`);
  const place = before ?? after;
  if (place === undefined || (before !== undefined && after !== undefined)) {
    report(`${label} has one of "before" and "after".`, "Name the step that it runs next to.");
    return;
  }
  const steps = (on === "mdast" ? markdownTransforms : htmlTransforms).map((step) => step.name);
  if (!steps.includes(place))
    report(`There is no step "${place}" on ${on}, which ${label} names.`, meant(place, steps));
  // A later step could add images that no confinement has checked.
  if (after === "list-images") report(`${label} cannot come after "list-images".`, 'Put it before "list-images".');
}

function meant(word: string, known: readonly string[]): string {
  return didYouMean(word, known) ?? `Available: ${known.join(", ")}.`;
}
