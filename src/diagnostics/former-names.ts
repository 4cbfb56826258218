import type { RuleName } from "./rules.ts";

/** Rule names of earlier releases, which a configuration may still use. Diagnostics have the present names. */
export const formerNames = {
  linkTextTells: "linkTextDescriptive",
  altTextTells: "altTextDescriptive",
  linkAnswers: "linkAlive",
  htmlKept: "htmlSupported",
  imageCarried: "imageLocal",
  coverLettered: "coverGlyphs",
  chartLettered: "chartGlyphs",
  shopTables: "retailerTables",
  shopImages: "retailerImages",
  shopFiles: "retailerFiles",
  notesPlaced: "footnotesPlaced",
  pageNumbersSettle: "pageNumbersConverge",
} as const satisfies Record<string, RuleName>;

export type FormerName = keyof typeof formerNames;

export const formerNameList = Object.keys(formerNames) as FormerName[];

/** What a configuration says of a rule, under its present name or else under a former one. */
export function levelOf<T>(levels: Readonly<Record<string, T | undefined>>, rule: string): T | undefined {
  const former = formerNameList.find((name) => formerNames[name] === rule);
  return levels[rule] ?? (former && levels[former]);
}
