import { markStyle } from "./mark.ts";

/** Returns the style map in mammoth's notation; the user's own lines come first. */
export function styleMap(own: Readonly<Record<string, string>>, languages: ReadonlySet<string>): string[] {
  return [
    `r.${markStyle} => data:fresh`,
    "r.OffprintFormula => code[class='formula']:fresh",
    "r.OffprintDisplay => code[class='display']:fresh",
    "r.OffprintCode => code",
    ...[...languages].map((language) => `r.OffprintLang${language} => span[lang='${language}']`),
    ...Object.entries(own).map(([style, path]) => `${matcherOf(style)} => ${path}`),
    "p[style-name='Title'] => h1.title:fresh",
    "p.Title => h1.title:fresh",
    "r[style-name='User Entry'] => kbd",
    "r[style-name='Emphasis'] => em",
    "highlight => mark",
    "u => em",
    "br[type='page'] => hr.page-break",
  ];
}

/** Returns a mammoth matcher unchanged; anything else is the name of a paragraph style. */
export function matcherOf(style: string): string {
  return /^(?:[prb]|table|highlight|small-caps|all-caps|strike|comment-reference)(?:[.[:]|$)/.test(style)
    ? style
    : `p[style-name='${style.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}']`;
}
