import { explainIssue, meantIssues } from "../config/explain-issue.ts";
import type { KeyLocation } from "../config/read-yaml.ts";
import { templateFile } from "../config/template-file.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { TemplateSettings } from "./family.ts";
import { complain } from "./option-value.ts";

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Checks that a template and its parent together match the schema; faults are located in the template. */
export function checkSettings(
  settings: TemplateSettings,
  parent: TemplateSettings,
  keyLocation: KeyLocation,
): Diagnostic[] {
  const unknown = unknownOptions(settings, parent);
  const faults = unknown.length > 0 ? unknown : [...shapeFaults(settings), ...valueFaults(settings)];
  return faults.map(({ path, message, hint }) => diagnostic("templateShape", message, hint, keyLocation(...path)));
}

/** A plain value is only valid for an option of the parent. */
function unknownOptions({ options }: TemplateSettings, parent: TemplateSettings): Fault[] {
  const known = Object.keys(parent.options);
  return Object.entries(options)
    .filter(([, option]) => !("type" in option))
    .map(([name]) => ({
      path: ["options", name],
      message: `"options.${name}" is not an option of the template that this one extends.`,
      hint: didYouMean(name, known) ?? `Its options: ${known.join(", ")}.`,
    }));
}

function shapeFaults(settings: TemplateSettings): Fault[] {
  // What parents have changed has been checked already.
  const { look: _, ...own } = settings;
  const parsed = templateFile.safeParse({
    ...own,
    // Families from files have been checked already.
    fonts: settings.fonts.map(({ files, ...font }) => (files ? { ...font, package: "@fontsource/files" } : font)),
  });
  const issues = parsed.success ? [] : parsed.error.issues.flatMap(meantIssues);
  return issues.map((issue) => ({ path: issue.path.map(String), message: explainIssue(issue, settings) }));
}

/** The default of an option must be a valid value. */
function valueFaults({ options }: TemplateSettings): Fault[] {
  return Object.entries(options).flatMap(([name, option]) => {
    const complaint = complain(option, option.default);
    return complaint === undefined ? [] : [{ path: ["options", name], message: `"options.${name}" ${complaint}.` }];
  });
}
