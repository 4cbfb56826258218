import { z } from "zod";
import type { Severity } from "../model/diagnostic.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import type { ChosenProfile } from "../model/plugin/scope.ts";
import { type FormerName, formerNameList, formerNames } from "../diagnostics/former-names.ts";
import { isSettable, type PluginRules, type RuleName, ruleNames } from "../diagnostics/rules.ts";
import { pdfStandards } from "../model/pdf-standard.ts";
import { brand } from "./look.ts";
import { projectMetadata } from "./project-metadata.ts";
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

/** A configuration with the selected profile applied. */
export type ChosenConfig = OffprintConfig & { readonly profile?: ChosenProfile | undefined };

/** Returns the schema of a configuration whose plug-ins add rules. */
export function offprintConfigFor(added: readonly PluginRules[]) {
  const levels = levelsFor(added);
  const keys = {
    sources: z
      .array(z.string())
      .optional()
      .describe("What to build when no source is named; content/ where it is left out."),
    root: z
      .string()
      .optional()
      .describe(
        "The folder below which all pictures and included files lie; where it is left out the repository, or the folder that another tool's settings lie in.",
      ),
    shared: z
      .string()
      .optional()
      .describe(
        "The folder of what all publications share: glossary, references, facts, texts, style sheets; shared/ where it is left out.",
      ),
    metadata: projectMetadata
      .optional()
      .describe("What all publications say of themselves where they say nothing else."),
    out: z.string().optional().describe("The output folder; dist where it is left out."),
    url: webAddress
      .optional()
      .describe("Where the output folder is on the web: for the sitemap, and for whole addresses in the feeds."),
    import: z
      .strictObject({
        styles: z
          .record(z.string(), z.string())
          .optional()
          .describe(
            'What styles of Word become: names of paragraph styles, or matchers of mammoth, and paths of HTML, such as "h2:fresh".',
          ),
      })
      .optional()
      .describe("How documents of other programs are read."),
    templates: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .describe("A folder of templates of your own, or several; Offprint's where none has the template."),
    template: templateChoice.optional().describe("The template for publications that name none."),
    brand: brand
      .optional()
      .describe(
        "What a house gives to all templates: logo, colours, families, measure, margins; files from this folder.",
      ),
    browser: z.string().optional().describe("The browser that prints, as a path."),
    pdfStandard: z
      .enum(pdfStandards)
      .optional()
      .describe("What PDFs are: ua-1 (PDF/UA-1 and PDF/A-2a, the default) or ua-2 (PDF/UA-2 and PDF/A-4)."),
    strict: z.boolean().optional().describe("Whether warnings stop the build."),
    prose: z.boolean().optional().describe("Whether matters of style are looked at where a publication does not say."),
    readingGrade: readingGrade.optional().describe("The highest school grade of a text that does not say another."),
    plugins: z
      .array(z.unknown() as z.ZodType<Plugin>)
      .optional()
      .describe("What a project adds to Offprint: the values that definePlugin gives."),
    rules: levels.optional().describe("Severities by rule; errors that nothing can be made of keep theirs."),
    overrides: z
      .array(
        z.strictObject({
          paths: z.array(z.string()).min(1).describe("Beginnings of paths, such as content/drafts/."),
          rules: levels.describe("Severities by rule."),
        }),
      )
      .optional()
      .describe("Severities for the files whose path begins with one of the paths."),
  };
  const { plugins: _, ...ofProfiles } = keys;
  return z.strictObject({
    ...keys,
    profiles: z
      .record(z.string(), z.strictObject(ofProfiles))
      .optional()
      .describe("By name, keys of this list that --profile puts over the others; plug-ins are for all of them."),
  });
}
