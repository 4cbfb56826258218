/** Tools whose Markdown dialects are supported. */
export const dialectNames = [
  "pandoc",
  "quarto",
  "rmarkdown",
  "myst",
  "obsidian",
  "logseq",
  "github",
  "gitlab",
  "docusaurus",
  "vitepress",
  "carpentries",
  "jekyll",
  "hugo",
  "mdbook",
  "mkdocs",
] as const;

export type DialectName = (typeof dialectNames)[number];
