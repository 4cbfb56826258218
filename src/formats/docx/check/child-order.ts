import type { Element } from "xast";

// ECMA-376, part 1, annex A: the permitted children of an element, in order. Word refuses files that violate it.

const orders: Readonly<Record<string, string>> = {
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  "w:rPr":
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
  "w:tblPr":
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
  "w:tcPr":
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers",
  "w:sectPr":
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
  "w:pBdr": "top left bottom right between bar",
  "w:tblBorders": "top left start bottom right end insideH insideV",
  "w:tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
  "w:style":
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
  "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
  "w:numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
  "w:settings":
    "view zoom mirrorMargins displayBackgroundShape trackRevisions documentProtection defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl updateFields footnotePr endnotePr compat docVars rsids themeFontLang",
};

const ranks = new Map(
  Object.entries(orders).map(([name, names]) => [
    name,
    new Map(names.split(" ").map((child, index): [string, number] => [`w:${child}`, index])),
  ]),
);

/** Finds elements of a part that are out of order or not allowed where they are. */
export function orderFaults(path: string, elements: readonly Element[]): string[] {
  return elements.flatMap((element) => [...misplaced(path, element), ...unendedCell(path, element)]);
}

function misplaced(path: string, { name, children }: Element): string[] {
  const order = ranks.get(name);
  if (!order) return [];
  let last = -1;
  let before = "";
  for (const child of children) {
    if (child.type !== "element") continue;
    const rank = order.get(child.name);
    if (rank === undefined) return [`${path}: ${child.name} has no place in ${name}. (ECMA-376, annex A)`];
    if (rank < last) return [`${path}: ${child.name} stands behind ${before} in ${name}. (ECMA-376, annex A)`];
    last = rank;
    before = child.name;
  }
  return [];
}

/** Word reports a damaged file if a cell does not end with a paragraph. */
function unendedCell(path: string, { name, children }: Element): string[] {
  const last = children.findLast((child) => child.type === "element");
  return name !== "w:tc" || last?.name === "w:p"
    ? []
    : [`${path}: A cell does not end with a paragraph. (ECMA-376, 17.4.65)`];
}
