import type { Root } from "xast";
import { allElements, elementAt, textIn } from "./parts.ts";
import { valueAtLang } from "./styles.ts";

/**
 * Returns the primary language of most of the text, according to its runs; `usual` applies to runs without a language.
 */
export function mainLanguage(trees: readonly Root[], usual: string | undefined): string | undefined {
  const lengths = new Map<string, number>();
  for (const run of trees.flatMap((tree) => allElements(tree, "w:r"))) {
    const language = (valueAtLang(elementAt(run, "w:rPr")) ?? usual)?.toLowerCase().split("-")[0];
    if (language !== undefined) lengths.set(language, (lengths.get(language) ?? 0) + textIn(run).length);
  }
  return [...lengths].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
