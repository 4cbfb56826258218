import type { RuleName } from "./rules.ts";

/** Rule names of earlier releases, which configurations may still use. Diagnostics use the current names. */
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

/** Returns the configured level of a rule, by its current name or a former one. */
export function levelOf<T>(levels: Readonly<Record<string, T | undefined>>, rule: string): T | undefined {
  const former = formerNameList.find((name) => formerNames[name] === rule);
  return levels[rule] ?? (former && levels[former]);
}
