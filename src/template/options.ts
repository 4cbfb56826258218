import type { KeyLocation } from "../config/read-yaml.ts";
import type { CoreChoices } from "../config/template-options.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { Template } from "./load.ts";
import { complainOfRoom, readGeometry } from "./page-geometry.ts";
import { complain } from "./option-value.ts";

/** An article's choices, with the template's defaults. */
export type TemplateChoices = CoreChoices & Readonly<Record<string, boolean | number | string>>;

/** Returns a template's options with the article's choices, which are located by `at`. */
export function chooseOptions(
  template: Template,
  chosen: Readonly<Record<string, unknown>>,
  at: KeyLocation,
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
      diagnostic(
        "frontMatterShape",
        `Template "${template.name}": "${name}" ${complaint}.`,
        hint,
        at("template", "options", name),
      ),
    );
  }
  const settled = Object.entries(declared).map(([name, option]) => {
    const value = Object.hasOwn(chosen, name) && !refused.has(name) ? chosen[name] : undefined;
    return [name, value ?? option.default] as const;
  });
  const choices = Object.fromEntries(settled) as TemplateChoices;
  const complaint = complainOfRoom(readGeometry(choices));
  if (complaint === undefined) return succeed(choices, diagnostics);
  const message = `Template "${template.name}": the margins and the gutter of the pages ${complaint}.`;
  const hint = "They are left out; give less, or a larger page-size.";
  const tight = diagnostic("frontMatterShape", message, hint, at("template"));
  return succeed({ ...choices, margins: "", gutter: "" }, [...diagnostics, tight]);
}
