import { canonicalLanguage } from "../config/fields.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { isKnownLanguage } from "../model/known-language.ts";
import { fail, type Outcome } from "../model/outcome.ts";
import { readTranslationName } from "../model/translation-name.ts";
import type { World } from "../model/world.ts";
import { findSources } from "../pipeline/find-sources.ts";
import { beginTranslations, markTranslations } from "../pipeline/translate.ts";
import type { FindOptions } from "../source/find.ts";

/** Start translations into a language, or mark translations, or one section of them, as up to date. */
export type TranslateWork = { readonly to: string } | { readonly mark: true; readonly section?: string | undefined };

/** Implements `offprint translate`. Resolves with the written files. */
export async function translate(
  world: World,
  sources: readonly string[],
  work: TranslateWork,
  options: Pick<FindOptions, "root" | "shared"> = {},
): Promise<Outcome<string[]>> {
  const found = await findSources(world, sources, options);
  if (!found.ok) return found;
  if ("mark" in work) return markTranslations(world, found.value, work.section);
  // A build would not find a translation whose language its file name cannot express.
  if (!isKnownLanguage(work.to) || !readTranslationName(`article.${work.to}.md`)) {
    const hint = "A BCP 47 tag, such as es, pt-BR or zh-Hant.";
    return fail(diagnostic("commandShape", `"${work.to}" is not a language.`, hint));
  }
  return beginTranslations(world, found.value, canonicalLanguage(work.to));
}
