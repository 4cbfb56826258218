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

/** What a template and its parent say together has the shape of a whole one; faults are where the template says it. */
export function checkSettings(
  settings: TemplateSettings,
  parent: TemplateSettings,
  keyLocation: KeyLocation,
): Diagnostic[] {
  const unknown = unknownOptions(settings, parent);
  const faults = unknown.length > 0 ? unknown : [...shapeFaults(settings), ...valueFaults(settings)];
  return faults.map(({ path, message, hint }) => diagnostic("templateShape", message, hint, keyLocation(...path)));
}

/** A value alone is for an option of the parent's. */
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
  const parsed = templateFile.safeParse({
    ...settings,
    // Families from files are right already.
    fonts: settings.fonts.map(({ files, ...font }) => (files ? { ...font, package: "@fontsource/files" } : font)),
  });
  const issues = parsed.success ? [] : parsed.error.issues.flatMap(meantIssues);
  return issues.map((issue) => ({ path: issue.path.map(String), message: explainIssue(issue, settings) }));
}

/** What holds where an article says nothing is a value that the option takes. */
function valueFaults({ options }: TemplateSettings): Fault[] {
  return Object.entries(options).flatMap(([name, option]) => {
    const complaint = complain(option, option.default);
    return complaint === undefined ? [] : [{ path: ["options", name], message: `"options.${name}" ${complaint}.` }];
  });
}
