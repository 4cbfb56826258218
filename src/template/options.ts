import type { CoreChoices, TemplateOption } from "../config/template-options.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import { contrast } from "./contrast.ts";
import type { Template } from "./load.ts";

/** What an article chose, or left at the template's defaults. */
export type TemplateChoices = CoreChoices & Readonly<Record<string, boolean | number | string>>;

/** A template's options with the article's choices put in. `file` is where the article makes them. */
export function chooseOptions(
  template: Template,
  chosen: Readonly<Record<string, unknown>>,
  file: string,
): Outcome<TemplateChoices> {
  const declared = template.settings.options;
  const diagnostics: Diagnostic[] = [];
  const refused = new Set<string>();
  for (const [name, value] of Object.entries(chosen)) {
    const option = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const complaint = option ? complain(option, value) : "is not an option of it";
    if (complaint === undefined) continue;
    refused.add(name);
    const hint = option
      ? option.description
      : (didYouMean(name, Object.keys(declared)) ?? `Its options: ${Object.keys(declared).join(", ")}.`);
    diagnostics.push(
      diagnostic("frontMatterShape", `Template "${template.name}": "${name}" ${complaint}.`, hint, { file }),
    );
  }
  const settled = Object.entries(declared).map(([name, option]) => {
    const value = Object.hasOwn(chosen, name) && !refused.has(name) ? chosen[name] : undefined;
    return [name, value ?? option.default] as const;
  });
  return succeed(Object.fromEntries(settled) as TemplateChoices, diagnostics);
}

/** What is wrong with a value, if anything. */
function complain(option: TemplateOption, value: unknown): string | undefined {
  switch (option.type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : "must be true or false";
    case "choice":
      return option.of.includes(String(value)) ? undefined : `must be one of: ${option.of.join(", ")}`;
    case "colour":
      return complainOfColour(option, String(value));
    case "number":
      return typeof value === "number" && value >= option.least && value <= option.most
        ? undefined
        : `must be a number from ${option.least} to ${option.most}`;
  }
}

/** Text in the colour must be readable on its ground (WCAG 2.2, 1.4.3). */
function complainOfColour(option: Extract<TemplateOption, { type: "colour" }>, value: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(value)) return "must be a colour such as #1f5f8b";
  const ratio = contrast(value, option.on);
  return ratio >= 4.5 ? undefined : `is too pale to read on ${option.on}: its contrast is ${ratio.toFixed(1)}, not 4.5`;
}
