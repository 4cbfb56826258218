import { common, createLowlight } from "lowlight";

/** A highlighter for common programming languages. */
export const highlighter = createLowlight(common);

/** Names that notebooks and websites use, and the languages that come nearest. */
highlighter.registerAlias({
  ini: ["conf", "dotenv", "properties"],
  json: ["json5", "jsonc"],
  plaintext: ["ansi", "log", "none", "output"],
  python: ["ipython", "ipython2", "ipython3", "python3"],
  xml: ["astro", "svelte", "vue"],
});

export type Highlighter = typeof highlighter;
