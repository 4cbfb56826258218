import { z } from "zod";
import type { Severity } from "../model/diagnostic.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import type { ChosenProfile } from "../model/plugin/scope.ts";
import { type FormerName, formerNameList, formerNames } from "../diagnostics/former-names.ts";
import { isSettable, type PluginRules, type RuleName, ruleNames } from "../diagnostics/rules.ts";
import { pdfStandards } from "../model/pdf-standard.ts";
import { brand } from "./look.ts";
import { projectMetadata, type ProjectMetadata } from "./project-metadata.ts";
import { readingGrade, templateChoice, webAddress } from "./fields.ts";

type Level = Severity | "off";

/** Severities of built-in rules and those of plug-ins. */
type Levels = Readonly<Partial<Record<RuleName | FormerName, Level>>> & Readonly<Record<string, Level | undefined>>;

const level = z.enum(["off", "info", "warning", "error"]);

function levelsFor(added: readonly PluginRules[]): z.ZodType<Levels> {
  const known = [...ruleNames, ...formerNameList, ...added.flatMap((rules) => Object.keys(rules))];
  return z.partialRecord(z.enum(known), level).superRefine((chosen, context) => {
    for (const name of known) {
      const rule = name in formerNames ? formerNames[name as FormerName] : name;
      if (chosen[name] === undefined || isSettable(rule, added)) continue;
      const message = "is an error without a recovery, and keeps its level.";
      context.addIssue({ code: "custom", path: [name], message });
    }
  });
}

/**
 * `offprint.config.ts`, `.js` or `.json` of the working folder. It is trusted: it belongs to the user who runs the
 * command.
 */
export const offprintConfig = offprintConfigFor([]);

/** Default export of `offprint.config.ts`. The guide lists its keys. */
export type OffprintConfig = z.output<typeof offprintConfig>;

/** A configuration with the selected profile applied. `cited`: what a CITATION.cff says of the texts in its folder. */
export type ChosenConfig = OffprintConfig & {
  readonly profile?: ChosenProfile | undefined;
  readonly cited?: ProjectMetadata;
};

/** Returns the schema of a configuration whose plug-ins add rules. */
export function offprintConfigFor(added: readonly PluginRules[]) {
  const levels = levelsFor(added);
  const keys = {
    sources: z.array(z.string()).optional().describe("What to build when no source is named; defaults to content/."),
    root: z
      .string()
      .optional()
      .describe(
        "The folder that contains all images and included files; defaults to the repository, or the folder with another tool's settings.",
      ),
    shared: z
      .string()
      .optional()
      .describe(
        "The folder that all publications share: glossary, references, facts, texts, style sheets; defaults to shared/.",
      ),
    metadata: projectMetadata.optional().describe("Default metadata for all publications."),
    out: z.string().optional().describe("The output folder; defaults to dist."),
    url: webAddress
      .optional()
      .describe("The web address of the output folder: for the sitemap, and for absolute addresses in the feeds."),
    import: z
      .strictObject({
        styles: z
          .record(z.string(), z.string())
          .optional()
          .describe(
            'A map from Word styles (names of paragraph styles, or mammoth matchers) to HTML paths, such as "h2:fresh".',
          ),
      })
      .optional()
      .describe("How documents of other programs are imported."),
    templates: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .describe("One or more folders with your own templates; Offprint's templates are used for other names."),
    template: templateChoice.optional().describe("The default template."),
    brand: brand
      .optional()
      .describe(
        "Your brand for all templates: logo, colours, font families, line length, margins; file names are relative to this folder.",
      ),
    browser: z.string().optional().describe("The path of the browser that prints."),
    pdfStandard: z
      .enum(pdfStandards)
      .optional()
      .describe("The PDF standards: ua-1 (PDF/UA-1 and PDF/A-2a, the default) or ua-2 (PDF/UA-2 and PDF/A-4)."),
    strict: z.boolean().optional().describe("Whether warnings stop the build."),
    prose: z.boolean().optional().describe("Whether to check style, unless a publication says otherwise."),
    readingGrade: readingGrade.optional().describe("The maximum school grade of a text, unless it sets another."),
    plugins: z
      .array(z.unknown() as z.ZodType<Plugin>)
      .optional()
      .describe("Plug-ins: the values that definePlugin returns."),
    rules: levels.optional().describe("Severities by rule; errors without a recovery stay errors."),
    overrides: z
      .array(
        z.strictObject({
          paths: z.array(z.string()).min(1).describe("Path prefixes, such as content/drafts/."),
          rules: levels.describe("Severities by rule."),
        }),
      )
      .optional()
      .describe("Severities for files by path prefix."),
  };
  const { plugins: _, ...ofProfiles } = keys;
  return z.strictObject({
    ...keys,
    profiles: z
      .record(z.string(), z.strictObject(ofProfiles))
      .optional()
      .describe(
        "Profiles by name: keys of this list that override the others with --profile; plug-ins apply to all profiles.",
      ),
  });
}
